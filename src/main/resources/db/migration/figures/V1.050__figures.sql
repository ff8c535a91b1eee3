-- Indicators are rows; figures are keyed by (indicator, period, place); what was known before stays.
create schema figures;
grant usage on schema figures to bamcoso_app;

create table figures.indicator (
    id            smallint generated always as identity primary key,
    code          text not null unique check (code ~ '^[a-z][a-z0-9_]{1,59}$'),
    name_vi       text not null,
    name_en       text not null,
    definition_vi text not null,
    definition_en text not null,
    unit_vi       text not null,
    unit_en       text not null,
    origin        text not null check (origin in ('entered', 'measured', 'computed')),
    over_time     text not null check (over_time in ('sum', 'last', 'next', 'mean', 'none')),
    over_places   text not null check (over_places in ('sum', 'min', 'max', 'none')),
    collected_at  text not null check (collected_at in ('nation', 'province', 'district', 'commune')),
    kinds         text[],
    field         smallint not null references access.field,
    formula       text,
    decimals      smallint not null default 0 check (decimals between 0 and 9),
    least         numeric default 0,
    most          numeric,
    checks        jsonb not null default '[]',
    small_counts  boolean not null default false,
    may_be_held   text not null default 'undecided' check (may_be_held in ('yes', 'no', 'undecided')),
    held_decided_by text,
    remark_vi     text,
    remark_en     text,
    position      smallint not null default 0,
    version       int not null default 0,
    measured_from date,
    measured_since timestamptz,
    constraint indicator_measured_from check ((measured_from is null) = (measured_since is null) and (measured_from is null or origin = 'entered')),
    constraint indicator_formula check ((origin = 'computed') = (formula is not null)),
    constraint indicator_held check (may_be_held = 'undecided' or held_decided_by is not null)
);
comment on table  figures.indicator is 'What can be counted (chỉ tiêu): one row an indicator, never a column or a class';
comment on column figures.indicator.id is 'Small number that figures carry';
comment on column figures.indicator.code is 'Stable name in formulas, files and over HTTP';
comment on column figures.indicator.name_vi is 'Vietnamese name, as it stands in a table';
comment on column figures.indicator.name_en is 'English name';
comment on column figures.indicator.definition_vi is 'The sentence that says what is counted, in Vietnamese: under the title, as tooltip and as footnote';
comment on column figures.indicator.definition_en is 'The same sentence in English';
comment on column figures.indicator.unit_vi is 'Unit of measure in Vietnamese';
comment on column figures.indicator.unit_en is 'Unit of measure in English';
comment on column figures.indicator.origin is 'entered in forms, measured from records, or computed from other indicators';
comment on column figures.indicator.over_time is 'A longer period from shorter ones: sum; last (a state on a day); next (a target, until its deadline); mean; none';
comment on column figures.indicator.over_places is 'An area from its places: sum, min, max, or none (each place stands for itself)';
comment on column figures.indicator.collected_at is 'Level of the places that the figures are about';
comment on column figures.indicator.kinds is 'Kinds of place that report it (xa, phuong, thi_tran, dac_khu); null: all of the level';
comment on column figures.indicator.field is 'Field of work: decides who may read and write it';
comment on column figures.indicator.formula is 'Of a computed indicator: codes with + - * /, percent(a, b), min(a), max(a), days_ahead(actual, target)';
comment on column figures.indicator.decimals is 'Decimals that are kept and shown; 0 for counts';
comment on column figures.indicator.least is 'Least value that is accepted; null: any';
comment on column figures.indicator.most is 'Greatest value that is accepted of one place; null: any';
comment on column figures.indicator.checks is 'Further checks between indicators of one form, e.g. {"at_most": "security_reports"}; warnings, not refusals';
comment on column figures.indicator.small_counts is 'Counts people outside the force: 1 to 4 are hidden from readers outside the chain of the area';
comment on column figures.indicator.may_be_held is 'Whether it may be held here: yes, no, undecided (closed in serve, open in the demonstration)';
comment on column figures.indicator.held_decided_by is 'Who decided that, and by what';
comment on column figures.indicator.remark_vi is 'What a reader should know about the source for now, in Vietnamese';
comment on column figures.indicator.remark_en is 'The same in English';
comment on column figures.indicator.position is 'Order in the catalogue';
comment on column figures.indicator.version is 'Raised by each change: a change made upon an older version is refused';
comment on column figures.indicator.measured_from is 'Of an entered indicator: for periods that end on this day or later it is counted from records; null: always typed';
comment on column figures.indicator.measured_since is 'Moment of that change: a question known before it is answered as it was answered then, and figures of the covered days are refused since';
grant select, insert, update on figures.indicator to bamcoso_app;

create table figures.period (
    id         int primary key,
    code       text not null unique,
    kind       smallint not null,
    starts_on  date not null,
    ends_on    date not null,
    constraint period_days check (starts_on <= ends_on),
    constraint period_id_is_its_end check (id >> 12 = ends_on - date '1970-01-01')
);
comment on table  figures.period is 'Periods that figures speak about. The id orders them by their last day';
comment on column figures.period.id is '(last day, counted from 1970-01-01) × 4096 + a number within the day';
comment on column figures.period.code is 'As in addresses and files: 2026-Q4, @2021-04-23, 2018..2021-03, ..2021-05-31, ~2018';
comment on column figures.period.kind is 'calendar.PeriodKind: 1 day, 2 week, 3 month, 4 quarter, 5 half-year, 6 nine months, 7 year, 8 as of, 9 open, 10 span, 11 about';
comment on column figures.period.starts_on is 'First day; -infinity for an open beginning; equals the last day for an as-of day';
comment on column figures.period.ends_on is 'Last day, inclusive';
grant select, insert on figures.period to bamcoso_app;

create table figures.origin (
    id          int generated always as identity primary key,
    kind        text not null,
    ref         bigint,
    recorded_by int not null,
    recorded_at timestamptz not null,
    note        text
);
comment on table  figures.origin is 'Where figures came from: one row for each approval or import that recorded some';
comment on column figures.origin.id is 'Number that figures carry';
comment on column figures.origin.kind is 'submission, import …: which room can name and link it';
comment on column figures.origin.ref is 'Id in that room';
comment on column figures.origin.recorded_by is 'identity.app_user.id; 0 the program itself';
comment on column figures.origin.recorded_at is 'From when these figures are known';
comment on column figures.origin.note is 'A word for the reader of the provenance';
grant select, insert on figures.origin to bamcoso_app;
alter table figures.origin enable row level security;
create policy signed_in on figures.origin for select to bamcoso_app using ((select access.user_id()) is not null);
create policy as_oneself on figures.origin for insert to bamcoso_app with check (recorded_by = (select access.user_id()));

create table figures.figure (
    known_from   timestamptz not null,
    period_id    int      not null,
    place_id     int      not null,
    origin_id    int      not null,
    indicator_id smallint not null,
    breakdown    smallint not null default 0,
    home         smallint not null,
    field        smallint not null,
    value        numeric,
    primary key (period_id, indicator_id, home, place_id, breakdown) include (field, value)
) partition by range (period_id);
do $$ begin
    for y in 2010 .. 2040 loop
        execute format('create table figures.figure_%s partition of figures.figure for values from (%s) to (%s)', y,
            (make_date(y, 1, 1) - date '1970-01-01') * 4096, (make_date(y + 1, 1, 1) - date '1970-01-01') * 4096);
    end loop;
    create table figures.figure_other partition of figures.figure default;
end $$;
comment on table  figures.figure is 'The figure as it is known now, one row a cell; partitions by year of the period''s last day';
comment on column figures.figure.known_from is 'Since when this value is known';
comment on column figures.figure.period_id is 'figures.period';
comment on column figures.figure.place_id is 'territory.place, alive on the last day of the period';
comment on column figures.figure.origin_id is 'figures.origin';
comment on column figures.figure.indicator_id is 'figures.indicator';
comment on column figures.figure.breakdown is '0 the figure itself; further numbers are its parts; -1 - b: what a province added to breakdown b';
comment on column figures.figure.home is 'Province of the 63 in which the place lies; 0 the nation';
comment on column figures.figure.field is 'Field of work of the indicator';
comment on column figures.figure.value is 'In the indicator''s unit; null: was reported and then withdrawn. Zero is not missing';
call access.protect('figures.figure');
grant select, insert, update (value, origin_id, known_from) on figures.figure to bamcoso_app;

create table figures.figure_past (
    known_from   timestamptz not null,
    known_to     timestamptz not null,
    period_id    int      not null,
    place_id     int      not null,
    origin_id    int      not null,
    indicator_id smallint not null,
    breakdown    smallint not null,
    home         smallint not null,
    field        smallint not null,
    value        numeric,
    constraint figure_past_order check (known_from < known_to)
);
create index figure_past_cell on figures.figure_past (period_id, indicator_id, home, place_id, breakdown, known_from) include (known_to, field, value);
comment on table  figures.figure_past is 'Values that were known before; written by the trigger of figures.figure alone, never changed';
comment on column figures.figure_past.known_from is 'Since when this value was known';
comment on column figures.figure_past.known_to is 'Until when: from then on another value was known';
comment on column figures.figure_past.period_id is 'figures.period';
comment on column figures.figure_past.place_id is 'territory.place';
comment on column figures.figure_past.origin_id is 'figures.origin of the value that is past';
comment on column figures.figure_past.indicator_id is 'figures.indicator';
comment on column figures.figure_past.breakdown is 'As in figures.figure';
comment on column figures.figure_past.home is 'As in figures.figure';
comment on column figures.figure_past.field is 'As in figures.figure';
comment on column figures.figure_past.value is 'As in figures.figure';
call access.protect('figures.figure_past');
grant select on figures.figure_past to bamcoso_app;

create table figures.roll (
    sum          numeric  not null,
    known_first  timestamptz not null,
    known_last   timestamptz not null,
    period_id    int      not null,
    n            int      not null,
    place_id     int      not null default 0,
    indicator_id smallint not null,
    breakdown    smallint not null,
    home         smallint not null,
    field        smallint not null,
    primary key (indicator_id, period_id, home, breakdown)
) with (fillfactor = 70);
comment on table  figures.roll is 'Sum and number of the communes'' figures by province of the 63 (home); any map of provinces is a grouping of homes, the nation their sum';
comment on column figures.roll.sum is 'Sum of the current values';
comment on column figures.roll.known_first is 'Before this moment nothing of the cell was known';
comment on column figures.roll.known_last is 'Since this moment nothing of the cell has changed: a question about a later minute is answered from here';
comment on column figures.roll.period_id is 'figures.period';
comment on column figures.roll.n is 'How many places have a value';
comment on column figures.roll.place_id is 'Always 0: a sum over a province is not for the readers of one commune';
comment on column figures.roll.indicator_id is 'figures.indicator';
comment on column figures.roll.breakdown is 'As in figures.figure';
comment on column figures.roll.home is 'Province of the 63';
comment on column figures.roll.field is 'As in figures.figure';
call access.protect('figures.roll');
grant select on figures.roll to bamcoso_app;

create table figures.map_version (
    one     boolean primary key default true check (one),
    version int not null
);
insert into figures.map_version (version) values (0);
comment on table  figures.map_version is 'One row: tells every node that the maps which it keeps in memory are out of date';
comment on column figures.map_version.one is 'Always true';
comment on column figures.map_version.version is 'Raised by each restructuring, in its transaction';
grant select, update on figures.map_version to bamcoso_app;
