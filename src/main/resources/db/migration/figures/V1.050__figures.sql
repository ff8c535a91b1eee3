-- Indicators are rows; figures are keyed by (indicator, place, period, breakdown); what was known before stays.
create schema figures;
grant usage on schema figures to bamcoso_app;

create table figures.indicator (
    id            smallint generated always as identity primary key,
    code          text not null unique,
    name_vi       text not null,
    name_en       text not null,
    definition_vi text not null,
    definition_en text not null,
    unit_vi       text not null,
    unit_en       text not null,
    origin        text not null check (origin in ('entered', 'measured', 'computed')),
    over_time     text not null check (over_time in ('sum', 'last', 'mean', 'none')),
    over_places   text not null check (over_places in ('sum', 'min', 'max', 'none')),
    collected_at  text not null check (collected_at in ('nation', 'province', 'commune')),
    field         smallint not null references access.field,
    formula       text,
    decimals      smallint not null default 0,
    checks        jsonb not null default '[]',
    small_counts  boolean not null default false,
    may_be_held   text not null default 'undecided' check (may_be_held in ('yes', 'no', 'undecided')),
    held_decided_by text,
    version       int not null default 0
);

create table figures.period (
    id         int generated always as identity primary key,
    code       text not null unique,
    kind       text not null,
    starts_on  date not null,
    ends_on    date not null,
    check (starts_on <= ends_on)
);
comment on column figures.period.starts_on is 'First day; -infinity for an open beginning; equals ends_on for an as-of day';

-- Where figures came from: one row for each approval, import or statement that recorded some.
create table figures.origin (
    id          int generated always as identity primary key,
    kind        text not null,
    ref         bigint,
    recorded_by int not null,
    recorded_at timestamptz not null,
    note        text
);

create table figures.figure (
    indicator_id smallint not null,
    period_id    int      not null,
    breakdown    smallint not null default 0,
    place_id     int      not null,
    period_end   date     not null,
    home         smallint not null,
    field        smallint not null,
    value        numeric  not null,
    origin_id    int      not null,
    known_from   timestamptz not null,
    primary key (indicator_id, period_id, breakdown, place_id, period_end) include (value, home, field)
) partition by range (period_end);
do $$ begin
    for y in 2010 .. 2040 loop
        execute format('create table figures.figure_%s partition of figures.figure for values from (%L) to (%L)', y, y || '-01-01', (y + 1) || '-01-01');
    end loop;
    create table figures.figure_other partition of figures.figure default;
end $$;

create table figures.figure_past (
    indicator_id smallint not null,
    period_id    int      not null,
    breakdown    smallint not null,
    place_id     int      not null,
    period_end   date     not null,
    home         smallint not null,
    field        smallint not null,
    value        numeric  not null,
    origin_id    int      not null,
    known_from   timestamptz not null,
    known_to     timestamptz not null,
    check (known_from < known_to)
);
create index on figures.figure_past (indicator_id, period_id, breakdown, place_id);

create table figures.roll (
    indicator_id smallint not null,
    period_id    int      not null,
    breakdown    smallint not null,
    home         smallint not null,
    place_id     int      not null,
    field        smallint not null,
    sum          numeric  not null,
    n            int      not null,
    primary key (indicator_id, period_id, breakdown, home)
) with (fillfactor = 80);
comment on table figures.roll is 'Sum and count of commune figures by province of the 63 (home); any map of provinces is a grouping of homes';
