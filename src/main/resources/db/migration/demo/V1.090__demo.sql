-- What of the demonstration nation is loaded. Empty in a database of real work; the loader refuses to begin where anybody has reported.
create schema demo;
grant usage on schema demo to bamcoso_app;

create table demo.stage (
    name    text primary key,
    rows    bigint not null,
    done_at timestamptz not null default clock_timestamp()
);
grant select, insert on demo.stage to bamcoso_app;
comment on table  demo.stage is 'Parts of the demonstration nation that are loaded; each is written in the transaction that loads it';
comment on column demo.stage.name is 'Name of the part';
comment on column demo.stage.rows is 'How many figures or users it brought';
comment on column demo.stage.done_at is 'When';
