-- The sealed trail: one insert-only row an act, written in the act's own transaction.
create schema audit;
grant usage on schema audit to bamcoso_app;

create table audit.entry (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default clock_timestamp(),
    user_id  int         not null,
    address  text        not null,
    act      text        not null,
    subject  text        not null,
    digest   bytea       not null,
    sealed   bigint,
    link     bytea
);
create table audit.content (
    entry_id bigint primary key references audit.entry,
    salt     bytea not null,
    before   jsonb,
    after    jsonb,
    erased   text
);
