-- Places (administrative units) and offices (police units) in time. Two dated trees that do not change on the same days.
-- Days are half-open: a state holds from valid_from up to, and not on, valid_to. The oldest known states begin at
-- -infinity; what still holds ends at infinity.
create schema territory;
grant usage on schema territory to bamcoso_app;

-- Lower case, no accents, đ as d: what people type when they are in a hurry.
create function territory.fold(text) returns text immutable strict parallel safe language sql
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));
comment on function territory.fold(text) is 'The text in lower case without accents, for search';

-- Level letter, code and a day on which both hold. The beginning of the oldest states is not known: the first day of the
-- gazetteer stands for it, or the last day of the state when it ended before.
create function territory.key_of(level text, code text, valid_from date, valid_to date) returns text immutable parallel safe language sql
    return upper(left(level, 1)) || code || '@' || to_char(case when valid_from = '-infinity' then least(date '2021-07-01', valid_to - 1) else valid_from end, 'YYYY-MM-DD');
comment on function territory.key_of(text, text, date, date) is 'The key of a place in a state';

create table territory.act (
    id           int generated always as identity primary key,
    title        text not null,
    title_en     text,
    number       text,
    signed_on    date,
    body         text not null,
    effective    date not null,
    note         text,
    note_en      text,
    prepared_by  int not null,
    prepared_name text not null,
    prepared_at  timestamptz not null,
    committed_by int,
    committed_name text,
    committed_at timestamptz,
    withdrawn_by int,
    withdrawn_name text,
    withdrawn_at timestamptz,
    changes      jsonb not null default '[]',
    undo         jsonb,
    told_at      timestamptz,
    constraint act_two_persons check (committed_by <> prepared_by or committed_by = 0),
    constraint act_committed_once check (committed_at is not null or committed_by is null)
);
comment on table  territory.act is 'A restructuring: one legal document with its changes, prepared by one person and committed by another';
comment on column territory.act.id is 'Number of the act';
comment on column territory.act.title is 'What it does, in one line';
comment on column territory.act.title_en is 'The same in English, where somebody wrote it';
comment on column territory.act.number is 'Number and sign of the legal document, e.g. 202/2025/QH15; null when not known here';
comment on column territory.act.signed_on is 'Day on which it was signed; null when not known here';
comment on column territory.act.body is 'The body that issued it';
comment on column territory.act.effective is 'First day on which its changes hold';
comment on column territory.act.note is 'What a reader must know, e.g. what is still missing';
comment on column territory.act.note_en is 'The same in English, where somebody wrote it';
comment on column territory.act.prepared_by is 'identity.app_user.id; 0 the program itself';
comment on column territory.act.prepared_name is 'Name under which that person was signed in';
comment on column territory.act.prepared_at is 'Minute of preparation';
comment on column territory.act.committed_by is 'Second person, who made it hold; null while it is a draft';
comment on column territory.act.committed_name is 'Name of the second person';
comment on column territory.act.committed_at is 'Minute of commitment';
comment on column territory.act.withdrawn_by is 'Who took it back';
comment on column territory.act.withdrawn_name is 'Name of that person';
comment on column territory.act.withdrawn_at is 'Minute in which it was taken back';
comment on column territory.act.changes is 'Its changes in order, as typed';
comment on column territory.act.undo is 'States as they were before, to take the act back with';
comment on column territory.act.told_at is 'Of an act that the product brings: the minute in which its lines were written into the audit trail of this installation';

create table territory.place (
    id    int generated always as identity primary key,
    level text     not null check (level in ('nation', 'province', 'district', 'commune')),
    home  smallint not null
);
comment on table  territory.place is 'An administrative unit with an identity that outlives its names, kinds and parents';
comment on column territory.place.id is 'The identity';
comment on column territory.place.level is 'nation, province, district or commune; never changes';
comment on column territory.place.home is 'The province of the 63 in which it lies, by its code as a number; a province founded since has its own code; the nation 0';

create table territory.place_state (
    place_id     int  not null references territory.place,
    valid_from   date not null,
    valid_to     date not null,
    level        text not null,
    code         text not null,
    kind         text not null check (kind in ('quoc_gia', 'tinh', 'thanh_pho', 'huyen', 'quan', 'thi_xa', 'thanh_pho_thuoc_tinh', 'xa', 'phuong', 'thi_tran', 'dac_khu')),
    name         text not null,
    full_name    text not null,
    parent_id    int references territory.place,
    from_quality text not null check (from_quality in ('baseline', 'exact', 'no_later_than')),
    resolution   text,
    act_id       int references territory.act,
    key          text not null generated always as (territory.key_of(level, code, valid_from, valid_to)) stored,
    search       text not null generated always as (territory.fold(full_name)) stored,
    short_search text not null generated always as (territory.fold(name)) stored,
    primary key (place_id, valid_from),
    constraint place_state_no_overlap exclude using gist ((place_id + 0) with =, daterange(valid_from, valid_to) with &&),
    constraint place_code_once_a_day exclude using gist (level with =, code with =, daterange(valid_from, valid_to) with &&),
    constraint place_state_days check (valid_from < valid_to)
);
create index on territory.place_state (parent_id);
create index on territory.place_state (code);
create index on territory.place_state using gin (search gin_trgm_ops);
create index on territory.place_state (short_search text_pattern_ops);
comment on table  territory.place_state is 'What a place was called, which kind it was and where it belonged, in a span of days';
comment on column territory.place_state.place_id is 'The place';
comment on column territory.place_state.valid_from is 'First day; -infinity for the oldest known state';
comment on column territory.place_state.valid_to is 'First day on which it no longer holds; infinity when it still does';
comment on column territory.place_state.level is 'Level of the place, kept here so that a code is found and guarded by level';
comment on column territory.place_state.code is 'Official code (2, 3 or 5 digits); re-used over time with new meanings';
comment on column territory.place_state.kind is 'Kind of unit: tinh, thanh_pho, huyen, quan, thi_xa, thanh_pho_thuoc_tinh, xa, phuong, thi_tran, dac_khu';
comment on column territory.place_state.name is 'Proper name without the kind';
comment on column territory.place_state.full_name is 'Name with the kind before it';
comment on column territory.place_state.parent_id is 'The place that it belongs to';
comment on column territory.place_state.from_quality is 'How well the first day is known: baseline (began then or earlier), exact, no_later_than';
comment on column territory.place_state.resolution is 'Legal document that brought the state about, where known';
comment on column territory.place_state.act_id is 'The act that brought it about, if one did';
comment on column territory.place_state.key is 'Level letter, code and a day on which it holds; put together anew for each row it cost more than the rest of the row';
comment on column territory.place_state.search is 'Full name folded for search';
comment on column territory.place_state.short_search is 'Name without the kind folded for search';

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
    evidence   text,
    act_id     int references territory.act
);
create index on territory.lineage (old_id);
create index on territory.lineage (new_id);
create index on territory.lineage (day);
comment on table  territory.lineage is 'Which place became which, on which day, with which share';
comment on column territory.lineage.id is 'Number of the edge';
comment on column territory.lineage.day is 'First day of the successor';
comment on column territory.lineage.old_id is 'Predecessor';
comment on column territory.lineage.new_id is 'Successor; null when the place ended without one or it is not known';
comment on column territory.lineage.share is 'Share of the predecessor that went to the successor; null when not known';
comment on column territory.lineage.relation is 'primary, merged, whole, partial, split, abolished, unknown';
comment on column territory.lineage.basis is 'Where the share comes from: stated, assumed_whole, all communes agree, commune_codes, several_targets';
comment on column territory.lineage.confidence is 'high or medium; null when the successor is not known';
comment on column territory.lineage.resolution is 'Legal document, where known';
comment on column territory.lineage.evidence is 'How an edge was inferred that no source states';
comment on column territory.lineage.act_id is 'The act that made it, if one did';

create table territory.attribute (
    place_id   int  not null references territory.place,
    name       text not null check (name in ('class', 'border_country', 'population', 'area_km2', 'language')),
    value      text not null,
    valid_from date not null,
    valid_to   date not null,
    source     text not null,
    constraint attribute_no_overlap exclude using gist (place_id with =, name with =, value with =, daterange(valid_from, valid_to) with &&),
    constraint attribute_days check (valid_from < valid_to)
);
comment on table  territory.attribute is 'Dated facts about a place with their source; an unknown one has no row';
comment on column territory.attribute.place_id is 'The place';
comment on column territory.attribute.name is 'class (key, 1, 2, 3), border_country, population, area_km2, language';
comment on column territory.attribute.value is 'The value as text; a country by its ISO code';
comment on column territory.attribute.valid_from is 'First day';
comment on column territory.attribute.valid_to is 'First day on which it no longer holds';
comment on column territory.attribute.source is 'Document or article that says so';

create table territory.vintage (
    id         int primary key,
    valid_from date not null unique,
    valid_to   date not null
);
comment on table  territory.vintage is 'A span of days in which no place changes: one map';
comment on column territory.vintage.id is 'Number of the map; keeps its number when later maps are added';
comment on column territory.vintage.valid_from is 'First day of the map';
comment on column territory.vintage.valid_to is 'First day of the next map';

-- no foreign keys: draw_maps() alone writes it, from rows that have them
create table territory.reach (
    vintage_id  int  not null,
    place_id    int  not null,
    ancestor_id int  not null,
    level       text not null,
    share       numeric not null,
    quality     text not null check (quality in ('exact', 'assumed', 'partial', 'unknown', 'merged')),
    primary key (vintage_id, place_id, ancestor_id)
);
create index on territory.reach (vintage_id, ancestor_id) include (place_id);
comment on table  territory.reach is 'Every place of every day on every map: which places of that map contain it, at every level, and how surely';
comment on column territory.reach.vintage_id is 'The map';
comment on column territory.reach.place_id is 'A place of any day';
comment on column territory.reach.ancestor_id is 'A place alive on that map: the place itself, its successors, what contains them';
comment on column territory.reach.level is 'Level of the ancestor';
comment on column territory.reach.share is 'Share of the place that lies in the ancestor';
comment on column territory.reach.quality is 'exact; assumed (taken whole without a statement); partial (a stated or unknown share); unknown (successor not known, only province and nation); merged (a newer place on an older map)';

create table territory.office (
    id   int generated always as identity primary key,
    kind text not null check (kind in ('ministry', 'department', 'provincial', 'district', 'commune', 'police_post')),
    of_place int references territory.place
);
create unique index on territory.office (of_place, kind);
comment on table  territory.office is 'A police unit with an identity that outlives its names and parents';
comment on column territory.office.id is 'The identity';
comment on column territory.office.kind is 'ministry, department, provincial, district, commune, police_post';
comment on column territory.office.of_place is 'The place whose states its own follow; null for the ministry and its departments';

create table territory.office_state (
    office_id  int  not null references territory.office,
    valid_from date not null,
    valid_to   date not null,
    code       text not null,
    name       text not null,
    parent_id  int references territory.office,
    place_id   int references territory.place,
    act_id     int references territory.act,
    primary key (office_id, valid_from),
    constraint office_state_no_overlap exclude using gist ((office_id + 0) with =, daterange(valid_from, valid_to) with &&),
    constraint office_state_days check (valid_from < valid_to)
);
create index on territory.office_state (place_id);
create index on territory.office_state (parent_id);
comment on table  territory.office_state is 'Name, superior and place of an office in a span of days';
comment on column territory.office_state.office_id is 'The office';
comment on column territory.office_state.valid_from is 'First day; -infinity for the oldest known state';
comment on column territory.office_state.valid_to is 'First day on which it no longer holds; infinity when it still does';
comment on column territory.office_state.code is 'Sign of a ministry unit (V05), or the code of the place that it serves';
comment on column territory.office_state.name is 'Proper name, e.g. Công an xã Đồng Văn';
comment on column territory.office_state.parent_id is 'The office above it';
comment on column territory.office_state.place_id is 'The place that it serves';
comment on column territory.office_state.act_id is 'The restructuring that brought it about, if one did';

grant select, insert on territory.act, territory.place, territory.place_state, territory.lineage, territory.attribute, territory.office, territory.office_state to bamcoso_app;
grant update, delete on territory.place_state, territory.office_state to bamcoso_app;
grant update on territory.act, territory.attribute to bamcoso_app;
grant delete on territory.lineage, territory.place, territory.office to bamcoso_app;
grant select on territory.vintage, territory.reach to bamcoso_app;

-- What other rooms may read.
create view territory.pub_place with (security_invoker = true) as
    select s.place_id, s.level, p.home, s.key, s.code, s.kind, s.name, s.full_name, s.parent_id, s.valid_from, s.valid_to
    from territory.place_state s join territory.place p on p.id = s.place_id;
-- Which places of a level there were on a day is asked by nearly every page that adds something up: answered from an index alone.
create view territory.pub_standing with (security_invoker = true) as
select s.place_id, s.level, s.kind, s.valid_from, s.valid_to from territory.place_state s;
create view territory.pub_vintage with (security_invoker = true) as select id, valid_from, valid_to from territory.vintage;
create view territory.pub_reach with (security_invoker = true) as
    select vintage_id, place_id, ancestor_id, level, share, quality from territory.reach;
create view territory.pub_office with (security_invoker = true) as
    select s.office_id, o.kind, s.code, s.name, s.parent_id, s.place_id, s.valid_from, s.valid_to
    from territory.office_state s join territory.office o on o.id = s.office_id;
create view territory.pub_attribute with (security_invoker = true) as
    select place_id, name, value, valid_from, valid_to, source from territory.attribute;
grant select on territory.pub_place, territory.pub_vintage, territory.pub_reach, territory.pub_office, territory.pub_attribute to bamcoso_app;
create function territory.vintage_of(day date) returns int stable language sql
    as $$ select id from territory.vintage where valid_from <= day and day < valid_to $$;
comment on function territory.vintage_of(date) is 'The map of a day';

comment on view territory.pub_standing is 'Which place stood on which days as what kind of unit: pub_place without names and province';
comment on column territory.pub_standing.place_id is 'The place';
comment on column territory.pub_standing.level is 'nation, province, district or commune';
comment on column territory.pub_standing.kind is 'Kind of unit';
comment on column territory.pub_standing.valid_from is 'First day';
comment on column territory.pub_standing.valid_to is 'First day on which it no longer holds';
grant select on territory.pub_standing to bamcoso_app;
comment on view   territory.pub_place is 'States of places, for other rooms';
comment on column territory.pub_place.place_id is 'The place';
comment on column territory.pub_place.level is 'nation, province, district or commune';
comment on column territory.pub_place.home is 'Province of the 63 in which it lies';
comment on column territory.pub_place.key is 'Level letter, code and a day on which it holds';
comment on column territory.pub_place.code is 'Official code in these days';
comment on column territory.pub_place.kind is 'Kind of unit';
comment on column territory.pub_place.name is 'Proper name';
comment on column territory.pub_place.full_name is 'Name with the kind before it';
comment on column territory.pub_place.parent_id is 'The place that it belongs to';
comment on column territory.pub_place.valid_from is 'First day';
comment on column territory.pub_place.valid_to is 'First day on which it no longer holds';
comment on view   territory.pub_vintage is 'Maps, for other rooms';
comment on column territory.pub_vintage.id is 'Number of the map';
comment on column territory.pub_vintage.valid_from is 'First day of the map';
comment on column territory.pub_vintage.valid_to is 'First day of the next map';
comment on view   territory.pub_reach is 'Every place of every day on every map, for other rooms';
comment on column territory.pub_reach.vintage_id is 'The map';
comment on column territory.pub_reach.place_id is 'A place of any day';
comment on column territory.pub_reach.ancestor_id is 'A place of that map that contains it';
comment on column territory.pub_reach.level is 'Level of the ancestor';
comment on column territory.pub_reach.share is 'Share of the place that lies in the ancestor';
comment on column territory.pub_reach.quality is 'exact, assumed, partial, unknown or merged';
comment on view   territory.pub_office is 'States of offices, for other rooms';
comment on column territory.pub_office.office_id is 'The office';
comment on column territory.pub_office.kind is 'ministry, department, provincial, district, commune, police_post';
comment on column territory.pub_office.code is 'Sign or code';
comment on column territory.pub_office.name is 'Proper name';
comment on column territory.pub_office.parent_id is 'The office above it';
comment on column territory.pub_office.place_id is 'The place that it serves';
comment on column territory.pub_office.valid_from is 'First day';
comment on column territory.pub_office.valid_to is 'First day on which it no longer holds';
comment on view   territory.pub_attribute is 'Dated attributes of places, for other rooms';
comment on column territory.pub_attribute.place_id is 'The place';
comment on column territory.pub_attribute.name is 'class, border_country, population, area_km2 or language';
comment on column territory.pub_attribute.value is 'Its value';
comment on column territory.pub_attribute.valid_from is 'First day';
comment on column territory.pub_attribute.valid_to is 'First day on which it no longer holds';
comment on column territory.pub_attribute.source is 'Where it is stated';

-- What stands on a day is found by its last day, newest first: nearly every page asks about today. That no two states of one place
-- overlap is kept by GiST indexes; by their first column the planner took them for finding a place as well, where they cost five times
-- the primary key: so they name an expression that nobody asks for.
create index place_state_standing on territory.place_state (level, valid_to, valid_from) include (place_id, kind);
create index office_state_day on territory.office_state (valid_to, valid_from);
