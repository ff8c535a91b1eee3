-- Places (administrative units) and offices (police units) in time. Two dated trees that do not change on the same days.
create schema territory;
grant usage on schema territory to bamcoso_app;

create table territory.act (
    id          int generated always as identity primary key,
    title       text not null,
    number      text not null,
    signed_on   date,
    body        text not null,
    effective   date not null,
    prepared_by int,
    prepared_at timestamptz,
    committed_by int,
    committed_at timestamptz,
    withdrawn_at timestamptz,
    changes     jsonb not null default '[]'
);

create table territory.place (
    id    int generated always as identity primary key,
    level text     not null check (level in ('nation', 'province', 'district', 'commune')),
    home  smallint not null
);
create table territory.place_state (
    place_id     int  not null references territory.place,
    valid_from   date not null,
    valid_to     date not null,
    level        text not null,
    code         text not null,
    kind         text not null,
    name         text not null,
    full_name    text not null,
    parent_id    int references territory.place,
    from_quality text not null,
    act_id       int references territory.act,
    search       text not null,
    primary key (place_id, valid_from),
    constraint place_state_no_overlap exclude using gist (place_id with =, daterange(valid_from, valid_to) with &&),
    constraint place_code_once_a_day exclude using gist (level with =, code with =, daterange(valid_from, valid_to) with &&),
    constraint place_state_days check (valid_from < valid_to)
);
create index on territory.place_state (parent_id);
create index on territory.place_state using gin (search gin_trgm_ops);

create table territory.lineage (
    id         int generated always as identity primary key,
    day        date not null,
    old_id     int  not null references territory.place,
    new_id     int  references territory.place,
    share      numeric check (share > 0 and share <= 1),
    relation   text not null,
    basis      text,
    confidence text,
    resolution text,
    act_id     int references territory.act
);
create index on territory.lineage (old_id);
create index on territory.lineage (new_id);

create table territory.attribute (
    place_id   int  not null references territory.place,
    name       text not null,
    value      text not null,
    valid_from date not null,
    valid_to   date not null,
    source     text not null,
    constraint attribute_no_overlap exclude using gist (place_id with =, name with =, daterange(valid_from, valid_to) with &&)
);

create table territory.vintage (
    id         int primary key,
    valid_from date not null unique,
    valid_to   date not null
);
-- Every place of every day, on every map: which places of that map contain it, at every level, and how surely.
create table territory.reach (
    vintage_id  int  not null references territory.vintage,
    place_id    int  not null references territory.place,
    ancestor_id int  not null references territory.place,
    level       text not null,
    share       numeric not null,
    quality     text not null,
    primary key (vintage_id, place_id, ancestor_id)
);
create index on territory.reach (vintage_id, ancestor_id) include (place_id);

create table territory.office (
    id   int generated always as identity primary key,
    kind text not null check (kind in ('ministry', 'department', 'provincial', 'district', 'commune', 'police_post'))
);
create table territory.office_state (
    office_id  int  not null references territory.office,
    valid_from date not null,
    valid_to   date not null,
    code       text not null,
    name       text not null,
    parent_id  int references territory.office,
    place_id   int references territory.place,
    primary key (office_id, valid_from),
    constraint office_state_no_overlap exclude using gist (office_id with =, daterange(valid_from, valid_to) with &&),
    constraint office_state_days check (valid_from < valid_to)
);
create index on territory.office_state (place_id);
create index on territory.office_state (parent_id);

-- What other rooms may read.
create view territory.pub_place with (security_invoker = true) as
    select s.place_id, p.level, p.home, upper(left(p.level, 1)) || s.code || '@' || case when s.valid_from = '-infinity' then '2021-07-01' else s.valid_from::text end as key,
           s.code, s.kind, s.name, s.full_name, s.parent_id, s.valid_from, s.valid_to
    from territory.place_state s join territory.place p on p.id = s.place_id;
create view territory.pub_vintage with (security_invoker = true) as select id, valid_from, valid_to from territory.vintage;
create view territory.pub_reach with (security_invoker = true) as
    select vintage_id, place_id, ancestor_id, level, share, quality from territory.reach;
create view territory.pub_office with (security_invoker = true) as
    select s.office_id, o.kind, s.code, s.name, s.parent_id, s.place_id, s.valid_from, s.valid_to
    from territory.office_state s join territory.office o on o.id = s.office_id;
create function territory.vintage_of(day date) returns int stable language sql
    as $$ select id from territory.vintage where valid_from <= day and day < valid_to $$;
