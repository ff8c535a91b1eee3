-- Secret addresses from which a spreadsheet refreshes a table of approved reports.
create table reporting.feed (
    id         bigint generated always as identity primary key,
    hash       bytea    not null unique,
    user_id    int      not null,
    form_id    smallint not null references reporting.form,
    periods    smallint not null check (periods between 1 and 24),
    made_at    timestamptz not null,
    revoked_at timestamptz
);
create index on reporting.feed (user_id);
alter table reporting.feed enable row level security;
create policy own_rows on reporting.feed to bamcoso_app
    using (user_id = (select access.user_id()) or (select access.user_id()) = 0) with check (user_id = (select access.user_id()));
grant select, insert, update (revoked_at) on reporting.feed to bamcoso_app;
comment on table  reporting.feed is 'Secret addresses under which a spreadsheet asks for the approved reports of a form, as its owner sees them';
comment on column reporting.feed.id is 'Number';
comment on column reporting.feed.hash is 'Hash of the secret part; the address itself is shown once';
comment on column reporting.feed.user_id is 'As whom the table is asked';
comment on column reporting.feed.form_id is 'The form';
comment on column reporting.feed.periods is 'How many of its last periods';
comment on column reporting.feed.made_at is 'When it was made';
comment on column reporting.feed.revoked_at is 'When it was revoked; null while it holds';
