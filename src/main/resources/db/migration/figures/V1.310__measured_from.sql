-- From a day on, an indicator that was typed can be counted from records. Earlier days, and what was typed before the change,
-- stay as they were reported.
alter table figures.indicator
    add column measured_from date,
    add column measured_since timestamptz,
    add constraint indicator_measured_from check ((measured_from is null) = (measured_since is null) and (measured_from is null or origin = 'entered'));
comment on column figures.indicator.measured_from is 'Of an entered indicator: for periods that end on this day or later it is counted from records; null: always typed';
comment on column figures.indicator.measured_since is 'Moment of that change: a question known before it is answered as it was answered then, and figures of the covered days are refused since';

-- Records the figures of one act in one round trip. Writes nothing when a row is refused.
create or replace function figures.record(
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
alter function figures.record set plan_cache_mode = force_generic_plan;
