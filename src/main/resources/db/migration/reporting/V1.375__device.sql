-- Keys of computers on which drafts are kept while there is no line. Two people at one computer each have a key of their own there:
-- neither opens what the other left, and neither loses it.
create table reporting.device (
    id         uuid        not null,
    user_id    int         not null,
    name       text        not null,
    secret     bytea       not null check (octet_length(secret) = 64),
    made_at    timestamptz not null,
    ended_at   timestamptz,
    primary key (id, user_id)
);
create index on reporting.device (user_id);
alter table reporting.device enable row level security;
create policy own_rows on reporting.device to bamcoso_app
    using (user_id = (select access.user_id()) or (select access.user_id()) = 0) with check (user_id = (select access.user_id()));
grant select, insert, update (ended_at) on reporting.device to bamcoso_app;
comment on table  reporting.device is 'Computers on which somebody keeps drafts of reports; half of the secret encrypts them there, half signs what is carried on a stick';
comment on column reporting.device.id is 'Number that the computer made for itself';
comment on column reporting.device.user_id is 'Whose drafts';
comment on column reporting.device.name is 'What browser it is';
comment on column reporting.device.secret is '32 bytes for encrypting and 32 for signing; given only to its user, signed in';
comment on column reporting.device.made_at is 'When';
comment on column reporting.device.ended_at is 'When it was ended: the key is given no more, and packages of later days are refused; null while it holds';
