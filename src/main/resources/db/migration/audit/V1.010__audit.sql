-- The sealed trail: one insert-only row an act, written in the act's own transaction; a sealer orders and links the rows.
create schema audit;
grant usage on schema audit to bamcoso_app;

create table audit.entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    user_id int         not null,
    address text        not null,
    act     text        not null,
    subject text        not null,
    digest  bytea       not null,
    mac     bytea       not null
);
create index entry_at on audit.entry using brin (at);
create index on audit.entry (user_id, id);
create index on audit.entry (subject, id);
create index on audit.entry (act, id);
comment on table audit.entry is 'Who did what to what, when and from where; never changed';
comment on column audit.entry.id is 'Own number, in order of writing; numbers of acts that were rolled back are missing';
comment on column audit.entry.at is 'When the act was done';
comment on column audit.entry.user_id is 'identity.app_user.id; 0 is the program itself';
comment on column audit.entry.address is 'Where the request came from';
comment on column audit.entry.act is 'What was done, e.g. reporting.submission.approved';
comment on column audit.entry.subject is 'To what, e.g. submission:4711';
comment on column audit.entry.digest is 'SHA-256 over salt, before and after';
comment on column audit.entry.mac is 'HMAC-SHA256 over the row with the key that is not in the database: the program wrote it, and wrote it so';

create table audit.content (
    entry_id bigint primary key references audit.entry,
    salt     bytea,
    before   text,
    after    text,
    erased   text,
    constraint content_erased_whole check ((salt is null) = (erased is not null)),
    constraint content_erased_empty check (erased is null or (before is null and after is null))
);
comment on table audit.content is 'What stood before and after; may be erased by order, the sealed row stays and still verifies';
comment on column audit.content.entry_id is 'The row of the trail';
comment on column audit.content.salt is 'Random bytes, so that the digest does not betray a short content; erased with it';
comment on column audit.content.before is 'JSON text, byte for byte as digested; null when nothing stood there';
comment on column audit.content.after is 'JSON text, byte for byte as digested; null when nothing stands there';
comment on column audit.content.erased is 'The order by which the content was erased; null while it is there';

create table audit.waiting (entry_id bigint primary key references audit.entry);
comment on table audit.waiting is 'Rows that the sealer has not come by yet: whoever sees one sees a finished transaction';
comment on column audit.waiting.entry_id is 'The row of the trail';

create table audit.seal (
    number   bigint primary key,
    entry_id bigint not null unique references audit.entry,
    link     bytea  not null
);
comment on table audit.seal is 'The sealed order; never changed';
comment on column audit.seal.number is 'Place in the order, from 1, without gaps';
comment on column audit.seal.entry_id is 'The row of the trail';
comment on column audit.seal.link is 'HMAC-SHA256 over the link before, number, id and mac of the row: what is taken out or put in breaks it';

create table audit.chain (
    only_one boolean primary key default true check (only_one),
    id       uuid not null default gen_random_uuid(),
    mark     bytea
);
insert into audit.chain default values;
comment on table audit.chain is 'The one chain of this database';
comment on column audit.chain.only_one is 'There is one row';
comment on column audit.chain.id is 'Name of the chain, bound into its first link and noted with its heads';
comment on column audit.chain.mark is 'HMAC-SHA256 of a fixed word with the key: every node sees that it holds the same key as the others';

-- The program may add rows and can change or read none; the functions below do that, for whom it is meant.
grant insert (at, user_id, address, act, subject, digest, mac) on audit.entry to bamcoso_app;
grant select (id) on audit.entry to bamcoso_app;
grant insert (entry_id, salt, before, after) on audit.content to bamcoso_app;
grant insert on audit.waiting to bamcoso_app;
grant select on audit.chain to bamcoso_app;
