-- What a province adds to its communes' figures is a figure of the province under the breakdown -1 - b: summed into the roll-up of the
-- breakdown b, and no report, so it does not count in n.
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
        select a.indicator_id, a.period_id, a.home, greatest(a.breakdown, -1 - a.breakdown)::smallint as breakdown, a.field, coalesce(sum(a.value), 0),
               count(a.value) filter (where a.breakdown >= 0), min(a.known_from), max(a.known_from)
        from added a
        group by a.indicator_id, a.period_id, a.home, greatest(a.breakdown, -1 - a.breakdown), a.field
    ) g join figures.indicator i on i.id = g.indicator_id and i.collected_at = 'commune'
    order by g.indicator_id, g.period_id, g.home, g.breakdown
    on conflict (indicator_id, period_id, home, breakdown) do update
    set sum = r.sum + excluded.sum, n = r.n + excluded.n,
        known_first = least(r.known_first, excluded.known_first), known_last = greatest(r.known_last, excluded.known_last);
    return null;
end $body$;
comment on function figures.on_insert() is 'Refuses figures that contradict their indicator, period or place; adds them to the roll-up in key order';

-- Without nested loops: what stood before and what stands after are planned for once a connection, when there may be one row of each;
-- with a million of each, later, comparing each with each would never end.
create function figures.on_update() returns trigger language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $body$
begin
    insert into figures.figure_past (known_from, known_to, period_id, place_id, origin_id, indicator_id, breakdown, home, field, value)
    select b.known_from, a.known_from, b.period_id, b.place_id, b.origin_id, b.indicator_id, b.breakdown, b.home, b.field, b.value
    from before b join after a using (period_id, indicator_id, home, place_id, breakdown);
    insert into figures.roll as r (indicator_id, period_id, home, breakdown, field, sum, n, known_first, known_last)
    select g.* from (
        select d.indicator_id, d.period_id, d.home, greatest(d.breakdown, -1 - d.breakdown)::smallint as breakdown, d.field, coalesce(sum(d.value), 0),
               coalesce(sum(d.n) filter (where d.breakdown >= 0), 0), min(d.known_from), max(d.known_from)
        from (select indicator_id, period_id, home, breakdown, field, value, (value is not null)::int as n, known_from from after
              union all
              select indicator_id, period_id, home, breakdown, field, -value, -(value is not null)::int, null from before) d
        group by d.indicator_id, d.period_id, d.home, greatest(d.breakdown, -1 - d.breakdown), d.field
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

-- Records the figures of several acts in one round trip, each act by itself: whole, with an origin of its own, or not at all when
-- one of its figures is refused; a refused one harms no other. again: the cell comes more than once.
create function figures.record_each(
    kinds text[], refs bigint[], notes text[], known timestamptz, undecided_open boolean,
    new_periods int[], period_codes text[], period_kinds smallint[], period_starts date[], period_ends date[],
    acts int[], codes text[], periods int[], places int[], breakdowns smallint[], vals numeric[], again boolean[]
) returns table (act int, origin_id int, refused figures.refusal[]) language plpgsql as $body$
#variable_conflict use_column
declare
    moment  timestamptz := coalesce(known, clock_timestamp());
    nations int[]    := access.ints('bamcoso.w_nation');
    homes   int[]    := access.ints('bamcoso.w_homes');
    within  bigint[] := access.bigints('bamcoso.w_places');
begin
    insert into figures.period (id, code, kind, starts_on, ends_on)
    select * from unnest(new_periods, period_codes, period_kinds, period_starts, period_ends) p order by 1
    on conflict do nothing;

    return query
    with brought as materialized (
        select * from unnest(acts, codes, periods, places, breakdowns, vals, again) with ordinality r(act, code, period_id, place_id, breakdown, value, again, row_no)
    ), spots as materialized (
        select d.period_id, d.place_id, t.ends_on, p.level, p.home, s.kind, coalesce(s.full_name, p.full_name) as full_name
        from (select distinct period_id, place_id from brought) d
        left join figures.period t on t.id = d.period_id
        left join lateral (select level, home, full_name from territory.pub_place where place_id = d.place_id limit 1) p on true
        left join territory.pub_place s on s.place_id = d.place_id and s.valid_from <= t.ends_on and t.ends_on < s.valid_to
    ), judged as materialized (
        select r.act, r.row_no, r.code, r.period_id, r.place_id, r.breakdown, r.value, i.id as indicator_id, i.field, s.home, s.ends_on, s.full_name,
               case when r.again then 'twice'
                    when i.measured_from <= s.ends_on and i.measured_since <= moment then 'measured'
                    else figures.fault(i, s.level, s.home, r.place_id, s.kind, r.value, undecided_open, nations, homes, within) end as problem
        from brought r
        join spots s on s.period_id = r.period_id and s.place_id = r.place_id
        left join figures.indicator i on i.code = r.code
    ), refusals as (
        select j.act, array_agg((j.row_no, j.problem, j.code, j.full_name, j.ends_on)::figures.refusal order by j.row_no) as refused
        from judged j where j.problem is not null group by j.act
    ), origins as (
        merge into figures.origin o
        using (select a.* from unnest(kinds, refs, notes) with ordinality a(kind, ref, note, act)
               where a.act not in (select f.act from refusals f)) a on false
        when not matched then insert (kind, ref, recorded_by, recorded_at, note) values (a.kind, a.ref, access.user_id(), moment, a.note)
        returning a.act, o.id
    ), written as (
        insert into figures.figure as f (indicator_id, breakdown, period_id, home, place_id, field, value, origin_id, known_from)
        select j.indicator_id, j.breakdown, j.period_id, j.home, j.place_id, j.field, j.value, o.id, moment
        from judged j join origins o on o.act = j.act
        order by j.period_id, j.indicator_id, j.home, j.place_id, j.breakdown
        on conflict (period_id, indicator_id, home, place_id, breakdown) do update
        set value = excluded.value, origin_id = excluded.origin_id, known_from = greatest(excluded.known_from, f.known_from + interval '1 microsecond')
        where f.value is distinct from excluded.value
    )
    select a.act::int, o.id, f.refused
    from generate_series(1, cardinality(kinds)) a(act)
    left join origins o on o.act = a.act
    left join refusals f on f.act = a.act;
end $body$;
-- A report of fifty cells is recorded by the same statement each time, over a table of many partitions: planning it anew costs more
-- than running it, and the numbers in it never ask for another plan.
alter function figures.record_each set plan_cache_mode = force_generic_plan;
comment on function figures.record_each is 'Records the figures of several acts, or says of each which rows are refused and why';
