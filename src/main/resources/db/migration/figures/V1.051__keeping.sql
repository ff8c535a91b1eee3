-- What must be true together with a figure, whoever writes it: its integrity, its history, its roll-up. Triggers of the
-- statement, so that a thousand figures cost little more than one. They run as the owner: the program may write neither
-- figure_past nor roll.
create function figures.on_insert() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if exists (
        select from (select distinct a.place_id, a.home from added a) a
        where not exists (select from territory.pub_place p where p.place_id = a.place_id and p.home = a.home)
    ) or exists (
        select from (select distinct a.indicator_id, a.period_id, a.field from added a) a
        left join figures.indicator i on i.id = a.indicator_id
        left join figures.period t on t.id = a.period_id
        where i.field is distinct from a.field or i.origin <> 'entered' or t.id is null
    ) then
        raise exception 'figure without indicator, period or place, or with another home or field than theirs' using errcode = 'integrity_constraint_violation';
    end if;
    insert into figures.roll as r (indicator_id, period_id, home, breakdown, field, sum, n, known_first, known_last)
    select g.* from (
        select a.indicator_id, a.period_id, a.home, a.breakdown, a.field, coalesce(sum(a.value), 0), count(a.value), min(a.known_from), max(a.known_from)
        from added a
        group by a.indicator_id, a.period_id, a.home, a.breakdown, a.field
    ) g join figures.indicator i on i.id = g.indicator_id and i.collected_at = 'commune'
    order by g.indicator_id, g.period_id, g.home, g.breakdown
    on conflict (indicator_id, period_id, home, breakdown) do update
    set sum = r.sum + excluded.sum, n = r.n + excluded.n,
        known_first = least(r.known_first, excluded.known_first), known_last = greatest(r.known_last, excluded.known_last);
    return null;
end $body$;
comment on function figures.on_insert() is 'Refuses figures that contradict their indicator, period or place; adds them to the roll-up in key order';

create function figures.on_update() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    insert into figures.figure_past (known_from, known_to, period_id, place_id, origin_id, indicator_id, breakdown, home, field, value)
    select b.known_from, a.known_from, b.period_id, b.place_id, b.origin_id, b.indicator_id, b.breakdown, b.home, b.field, b.value
    from before b join after a using (period_id, indicator_id, home, place_id, breakdown);
    insert into figures.roll as r (indicator_id, period_id, home, breakdown, field, sum, n, known_first, known_last)
    select g.* from (
        select d.indicator_id, d.period_id, d.home, d.breakdown, d.field, coalesce(sum(d.value), 0), coalesce(sum(d.n), 0), min(d.known_from), max(d.known_from)
        from (select indicator_id, period_id, home, breakdown, field, value, (value is not null)::int as n, known_from from after
              union all
              select indicator_id, period_id, home, breakdown, field, -value, -(value is not null)::int, null from before) d
        group by d.indicator_id, d.period_id, d.home, d.breakdown, d.field
    ) g join figures.indicator i on i.id = g.indicator_id and i.collected_at = 'commune'
    order by g.indicator_id, g.period_id, g.home, g.breakdown
    on conflict (indicator_id, period_id, home, breakdown) do update
    set sum = r.sum + excluded.sum, n = r.n + excluded.n, known_last = greatest(r.known_last, excluded.known_last);
    return null;
end $body$;
comment on function figures.on_update() is 'Keeps the value that was known before; changes the roll-up by the difference, in key order';

create trigger keep_on_insert after insert on figures.figure referencing new table as added
    for each statement execute function figures.on_insert();
create trigger keep_on_update after update on figures.figure referencing old table as before new table as after
    for each statement execute function figures.on_update();

-- Why may this value not be recorded? Null: it may. Asked of one row by figures.record and of all rows of a bulk load, which
-- hand in the writing scope once, as sets. level and home are null for a place that does not exist, kind for one not alive.
create function figures.fault(
    i figures.indicator, level text, home smallint, place_id int, kind text, value numeric,
    undecided_open boolean, nations int[], homes int[], places bigint[]
) returns text immutable parallel safe language sql as $$ select case
    when (i).id is null then 'unknown-indicator'
    when (i).origin <> 'entered' then 'not-entered'
    when (i).may_be_held = 'no' or (i).may_be_held = 'undecided' and not undecided_open then 'not-to-be-held'
    when level is null or not ((i).field = any (nations) or (i).field::int * 1000 + home = any (homes)
         or (i).field::bigint * 4294967296 + place_id = any (places)) then 'unknown-place'
    when level <> (i).collected_at then 'wrong-level'
    when kind is null then 'not-alive'
    when kind <> all ((i).kinds) then 'wrong-kind'
    when value < (i).least then 'too-small'
    when value > (i).most then 'too-great'
    when value <> round(value, (i).decimals) then case when (i).decimals = 0 then 'not-whole' else 'too-fine' end
end $$;
comment on function figures.fault is 'Why this value may not be recorded; null when it may';

create type figures.refusal as (row_no int, problem text, indicator text, place text, day date);
comment on type figures.refusal is 'A row that was refused, why, and what the sentence needs to say';

create function figures.span_id(new_code text, first_day date, last_day date, least_id int) returns int language plpgsql as $body$
declare
    found_id int := (select id from figures.period where code = new_code);
begin
    if found_id is null then
        perform pg_advisory_xact_lock(50, 1);
        insert into figures.period (id, code, kind, starts_on, ends_on)
        select coalesce(max(p.id) + 1, least_id), new_code, 10, first_day, last_day from figures.period p where p.id >= least_id and p.id >> 12 = least_id >> 12
        on conflict (code) do nothing;
        select id into strict found_id from figures.period where code = new_code;
    end if;
    return found_id;
end $body$;
comment on function figures.span_id is 'The number of a span of days, given when it is first recorded';

-- Records the figures of one act in one round trip. Writes nothing when a row is refused.
create function figures.record(
    kind text, ref bigint, note text, known timestamptz, undecided_open boolean,
    new_periods int[], period_codes text[], period_kinds smallint[], period_starts date[], period_ends date[],
    codes text[], periods int[], places int[], breakdowns smallint[], vals numeric[],
    out origin_id int, out refused figures.refusal[]
) language plpgsql as $body$
declare
    moment  timestamptz := coalesce(known, clock_timestamp());
    nations int[]    := access.ints('bamcoso.w_nation');
    homes   int[]    := access.ints('bamcoso.w_homes');
    within  bigint[] := access.bigints('bamcoso.w_places');
begin
    insert into figures.period (id, code, kind, starts_on, ends_on)
    select * from unnest(new_periods, period_codes, period_kinds, period_starts, period_ends) p order by 1
    on conflict do nothing;

    select array_agg((f.row_no, f.problem, f.code, f.place, f.day)::figures.refusal order by f.row_no) into refused
    from (
        select r.row_no, r.code, t.ends_on as day, coalesce(s.full_name, p.full_name) as place,
               case when count(*) over (partition by r.code, r.period_id, r.place_id, r.breakdown) > 1 then 'twice'
                    when i.measured_from <= t.ends_on and i.measured_since <= moment then 'measured'
                    else figures.fault(i, p.level, p.home, r.place_id, s.kind, r.value, undecided_open, nations, homes, within) end as problem
        from unnest(codes, periods, places, breakdowns, vals) with ordinality r(code, period_id, place_id, breakdown, value, row_no)
        left join figures.indicator i on i.code = r.code
        left join figures.period t on t.id = r.period_id
        left join lateral (select level, home, full_name from territory.pub_place where place_id = r.place_id limit 1) p on true
        left join territory.pub_place s on s.place_id = r.place_id and s.valid_from <= t.ends_on and t.ends_on < s.valid_to
    ) f where f.problem is not null;
    if refused is not null then
        return;
    end if;

    insert into figures.origin (kind, ref, recorded_by, recorded_at, note) values (kind, ref, access.user_id(), moment, note)
    returning id into origin_id;
    insert into figures.figure as f (indicator_id, breakdown, period_id, home, place_id, field, value, origin_id, known_from)
    select i.id, r.breakdown, r.period_id, s.home, r.place_id, i.field, r.value, origin_id, moment
    from unnest(codes, periods, places, breakdowns, vals) r(code, period_id, place_id, breakdown, value)
    join figures.indicator i on i.code = r.code
    join figures.period t on t.id = r.period_id
    join territory.pub_place s on s.place_id = r.place_id and s.valid_from <= t.ends_on and t.ends_on < s.valid_to
    order by r.period_id, i.id, s.home, r.place_id, r.breakdown
    on conflict (period_id, indicator_id, home, place_id, breakdown) do update
    set value = excluded.value, origin_id = excluded.origin_id, known_from = greatest(excluded.known_from, f.known_from + interval '1 microsecond')
    where f.value is distinct from excluded.value;
end $body$;
comment on function figures.record is 'Records the figures of one act, or says which rows are refused and why';
-- A report of fifty cells is recorded by the same few statements each time, over a table of many partitions: planning them anew
-- costs more than running them, and the numbers in them never ask for another plan.
alter function figures.record set plan_cache_mode = force_generic_plan;
