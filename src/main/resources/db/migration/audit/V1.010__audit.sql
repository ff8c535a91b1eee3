-- The sealed trail: one insert-only row an act, written in the act's own transaction.
create schema audit;
grant usage on schema audit to bamcoso_app;

create table audit.entry (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default clock_timestamp(),
    xid      xid8        not null default pg_current_xact_id(),
    user_id  int         not null,
    address  text        not null,
    act      text        not null,
    subject  text        not null,
    digest   bytea       not null,
    sealed   bigint unique,
    link     bytea,
    constraint entry_sealed_whole check ((sealed is null) = (link is null))
);
create index on audit.entry (id) where sealed is null;
comment on table audit.entry is 'Who did what to what, when and from where; never changed, sealed in order by the sealer';
comment on column audit.entry.id is 'Own number, in order of writing';
comment on column audit.entry.at is 'When the row was written';
comment on column audit.entry.xid is 'Transaction that wrote it: the sealer waits until it and all before it have ended';
comment on column audit.entry.user_id is 'identity.app_user.id; 0 is the program itself';
comment on column audit.entry.address is 'Where the request came from';
comment on column audit.entry.act is 'What was done, e.g. reporting.submission.approved';
comment on column audit.entry.subject is 'To what, e.g. submission:4711';
comment on column audit.entry.digest is 'SHA-256 over salt, before and after';
comment on column audit.entry.sealed is 'Place in the sealed order, from 1, without gaps; null until the sealer has come by';
comment on column audit.entry.link is 'HMAC-SHA256 over the previous link and this row, with a key that is not in the database';

create table audit.content (
    entry_id bigint primary key references audit.entry,
    salt     bytea not null,
    before   text,
    after    text,
    erased   text
);
comment on table audit.content is 'What stood before and after; may be erased by order, the sealed row stays and still verifies';
comment on column audit.content.entry_id is 'The sealed row';
comment on column audit.content.salt is 'Random bytes, so that the digest does not betray a short content; gone when erased';
comment on column audit.content.before is 'JSON text, byte for byte as digested; null when nothing stood there';
comment on column audit.content.after is 'JSON text, byte for byte as digested; null when nothing stands there';
comment on column audit.content.erased is 'Order by which the content was erased; null while it is there';

-- The program may add, and read nothing: reading goes through the auditor's functions.
grant insert (user_id, address, act, subject, digest) on audit.entry to bamcoso_app;
grant select (id) on audit.entry to bamcoso_app;
grant insert (entry_id, salt, before, after) on audit.content to bamcoso_app;
