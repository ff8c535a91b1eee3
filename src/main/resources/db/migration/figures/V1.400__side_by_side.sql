-- Reports that come at the same time are recorded together: one statement checks, records and counts up the figures of many acts.
drop function figures.record;

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

-- What stood before and what stands after are planned for once a connection, when there may be one row of each: with a million of
-- each, later, comparing each with each would never end.
alter function figures.on_update set enable_nestloop = off;
