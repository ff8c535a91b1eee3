-- Who holds which post: the rows as they are known now, and beside them what was known before. Nothing is lost by a mend.
create table staffing.posting (
    id         bigint generated always as identity primary key,
    officer_id int not null references staffing.officer,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    kind       text not null check (kind in ('full', 'concurrent', 'seconded', 'reinforcement', 'acting')),
    valid_from date not null,
    valid_to   date not null,
    reason     text not null,
    decision   text,
    decided_on date,
    source_office_id int references territory.office,
    wave_id    int,
    recorded_by int not null,
    known_from timestamptz not null,
    field      smallint not null default 1 check (field = 1),
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint posting_days check (valid_from <= valid_to),
    constraint posting_full_no_overlap exclude using gist ((officer_id + 0) with =, daterange(valid_from, valid_to) with &&) where (kind = 'full')
);
-- Who reaches the age of service soon is found by rank, sex and year of birth. The index that keeps full posts from overlapping names an
-- expression that nobody asks for, as in territory: it is not there for finding them.
create index officer_age on staffing.officer (rank, sex, birth_year, left_on);
create index posting_day on staffing.posting (title_id, valid_to, valid_from) include (place_id, home, field, officer_id) where kind = 'full';
create index on staffing.posting (office_id, valid_to);
create index on staffing.posting (officer_id);
create index on staffing.posting (wave_id) where wave_id is not null;
comment on table  staffing.posting is 'Officer × office × title × days, as known now';
comment on column staffing.posting.id is 'Number of the posting; stays through mends';
comment on column staffing.posting.officer_id is 'The officer, as a number: the person behind it needs the field personnel';
comment on column staffing.posting.office_id is 'The office';
comment on column staffing.posting.title_id is 'The title';
comment on column staffing.posting.kind is 'full; concurrent (kiêm nhiệm); seconded (biệt phái); reinforcement (tăng cường); acting (phụ trách)';
comment on column staffing.posting.valid_from is 'First day';
comment on column staffing.posting.valid_to is 'First day on which it no longer holds; equal to the first when it was taken back';
comment on column staffing.posting.reason is 'Why: intake, transfer, appointment, restructuring …';
comment on column staffing.posting.decision is 'Number and sign of the decision';
comment on column staffing.posting.decided_on is 'Day of the decision';
comment on column staffing.posting.source_office_id is 'Office from which the officer came; null at first';
comment on column staffing.posting.wave_id is 'The mass act that made it, if one did';
comment on column staffing.posting.recorded_by is 'Who entered this state of the row: identity.app_user.id; 0 the program';
comment on column staffing.posting.known_from is 'Since when the row is known as it is';
comment on column staffing.posting.field is 'Field of work: organisation';
comment on column staffing.posting.home is 'Province of the 63';
comment on column staffing.posting.place_id is 'Place of the office';

create table staffing.posting_past (
    id         bigint not null,
    officer_id int not null,
    office_id  int not null,
    title_id   smallint not null,
    kind       text not null,
    valid_from date not null,
    valid_to   date not null,
    reason     text not null,
    decision   text,
    decided_on date,
    source_office_id int,
    wave_id    int,
    recorded_by int not null,
    known_from timestamptz not null,
    known_to   timestamptz not null,
    field      smallint not null,
    home       smallint not null,
    place_id   int not null,
    primary key (id, known_from)
);
create index on staffing.posting_past (known_to);
create index on staffing.posting_past (officer_id);
comment on table  staffing.posting_past is 'Postings as they were known before; only added to, by the change itself';
comment on column staffing.posting_past.id is 'The posting';
comment on column staffing.posting_past.officer_id is 'The officer then';
comment on column staffing.posting_past.office_id is 'The office then';
comment on column staffing.posting_past.title_id is 'The title then';
comment on column staffing.posting_past.kind is 'The kind then';
comment on column staffing.posting_past.valid_from is 'First day, as known then';
comment on column staffing.posting_past.valid_to is 'End, as known then';
comment on column staffing.posting_past.reason is 'Why, as known then';
comment on column staffing.posting_past.decision is 'Decision, as known then';
comment on column staffing.posting_past.decided_on is 'Day of the decision, as known then';
comment on column staffing.posting_past.source_office_id is 'Office of origin, as known then';
comment on column staffing.posting_past.wave_id is 'Mass act, as known then';
comment on column staffing.posting_past.recorded_by is 'Who had entered it';
comment on column staffing.posting_past.known_from is 'Since when it was known so';
comment on column staffing.posting_past.known_to is 'Until when it was known so';
comment on column staffing.posting_past.field is 'Field of work: organisation';
comment on column staffing.posting_past.home is 'Province of the 63 then';
comment on column staffing.posting_past.place_id is 'Place of the office then';

-- Statement triggers, so that a wave of thousands costs little more than one row. They run as the owner: the program may
-- not write the past.
create function staffing.on_posting_insert() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if exists (select from (select distinct office_id, place_id, home, title_id from added) a
               where not exists (select from territory.office o join territory.place p on p.id = o.of_place
                                 where o.id = a.office_id and o.of_place = a.place_id and p.home = a.home)) then
        raise exception 'posting with another place or home than its office' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $body$;
comment on function staffing.on_posting_insert() is 'Refuses postings whose place or home is not that of the office';
create function staffing.on_posting_update() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if exists (select from before b join after a using (id) where a.known_from <= b.known_from) then
        raise exception 'a posting is known otherwise only from a later moment on' using errcode = 'integrity_constraint_violation';
    end if;
    insert into staffing.posting_past (id, officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, decided_on, source_office_id,
                                       wave_id, recorded_by, known_from, known_to, field, home, place_id)
    select b.id, b.officer_id, b.office_id, b.title_id, b.kind, b.valid_from, b.valid_to, b.reason, b.decision, b.decided_on, b.source_office_id,
           b.wave_id, b.recorded_by, b.known_from, a.known_from, b.field, b.home, b.place_id
    from before b join after a using (id);
    return null;
end $body$;
comment on function staffing.on_posting_update() is 'Keeps what was known before';
create trigger keep_on_insert after insert on staffing.posting referencing new table as added for each statement execute function staffing.on_posting_insert();
create trigger keep_on_update after update on staffing.posting referencing old table as before new table as after for each statement execute function staffing.on_posting_update();

call access.protect('staffing.ceiling');
call access.protect('staffing.post');
call access.protect('staffing.officer');
call access.protect('staffing.posting');
call access.protect('staffing.posting_past');
create policy own_read on staffing.officer for select to bamcoso_app using (user_id = (select access.user_id()));
alter table staffing.skill enable row level security;
create policy with_officer_read on staffing.skill for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.skill for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));

grant select on staffing.title, staffing.title_state, staffing.composition, staffing.composition_part, staffing.posting_past to bamcoso_app;
grant select, insert on staffing.ceiling, staffing.post, staffing.officer, staffing.skill, staffing.posting to bamcoso_app;
grant update (valid_to) on staffing.ceiling, staffing.post to bamcoso_app;
grant update (name, rank, education, party_since, left_on, left_reason, user_id, version, home, place_id) on staffing.officer to bamcoso_app;
grant update (office_id, title_id, kind, valid_from, valid_to, reason, decision, decided_on, source_office_id, wave_id, recorded_by, known_from, home, place_id)
    on staffing.posting to bamcoso_app;
create function staffing.take_stock() returns void language plpgsql security definer set search_path = staffing, pg_temp as $body$
begin
    analyze post, officer, officer_before, posting, skill, strength, strength_sum, person_sum, commune_members, cell_state, auxiliary_count, place_plan, gate_note;
end $body$;
comment on function staffing.take_stock() is 'Refreshes the planner''s statistics after many rows were written';
grant execute on function staffing.take_stock() to bamcoso_app;

-- The first load of an empty register: constraints and indexes are taken off and put back over all rows at once, which is ten
-- times faster than row by row. Whatever they refuse, they refuse then, and the whole load is gone. It runs beside other work of
-- the same moment, so only constraints to its own schema come off: dropping one that points at places or offices would lock these
-- against every reader until the load is over.
create function staffing.load(target text) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
declare
    part record;
    again text[] := '{}';
    filled boolean;
    columns text;
    loaded bigint;
begin
    if target not in ('officer', 'officer_before', 'posting', 'post') or access.user_id() is distinct from 0 then
        raise exception 'only the program itself loads officer, officer_before, posting and post' using errcode = 'insufficient_privilege';
    end if;
    execute format('select exists (select from staffing.%I)', target) into filled;
    if filled then
        raise exception '% is not empty', target using errcode = 'object_not_in_prerequisite_state';
    end if;
    for part in select conname, pg_get_constraintdef(oid) as def from pg_constraint where conrelid = ('staffing.' || target)::regclass and (
                    contype = 'x' or contype = 'f' and confrelid in (select oid from pg_class where relnamespace = 'staffing'::regnamespace)) loop
        again := again || format('alter table staffing.%I add constraint %I %s', target, part.conname, part.def);
        execute format('alter table staffing.%I drop constraint %I', target, part.conname);
    end loop;
    for part in select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as def from pg_index
                where indrelid = ('staffing.' || target)::regclass and not exists (select from pg_constraint c where c.conindid = indexrelid) loop
        again := again || part.def;
        execute 'drop index ' || part.name;
    end loop;
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = ('pg_temp.staff_' || target)::regclass and attnum > 0 and not attisdropped;
    execute format('insert into staffing.%1$I (%2$s) select %2$s from pg_temp.%3$I', target, columns, 'staff_' || target);
    get diagnostics loaded = row_count;
    foreach columns in array again loop
        execute columns;
    end loop;
    execute format('analyze staffing.%I', target);
    return loaded;
end $body$;
comment on function staffing.load(text) is 'Fills an empty table from the temporary table staff_<name>, for the program itself';
grant execute on function staffing.load(text) to bamcoso_app;
revoke execute on function staffing.load(text) from public;
