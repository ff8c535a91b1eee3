-- Is there any figure among the incoming that may not be recorded? Judged by groups of like ones; where the answer is yes, bulk-faults.sql names them.
with scope as materialized (
    select access.ints('bamcoso.w_nation') as nations, access.ints('bamcoso.w_homes') as homes, access.bigints('bamcoso.w_places') as places
), groups as (
    select n.slice, v.at, s.alike, min(nullif(v.value, 'NaN')) as least, max(nullif(v.value, 'NaN')) as most, max(scale(v.value)) as finest
    from incoming n
    join spots s on s.period_id = n.period_id and s.place_id = n.place_id
    cross join lateral unnest(n.vals) with ordinality v(value, at)
    where v.value is not null
    group by n.slice, v.at, s.alike
), sorts as (
    select distinct alike, level, home, kind from spots
)
select exists (
    select from cells c join figures.indicator i on i.id = c.indicator_id and i.measured_from is not null join figures.period t on t.id = c.period_id and i.measured_from <= t.ends_on
    join incoming n on n.period_id = c.period_id and n.slice = c.slice join incoming_lot l on l.lot = n.lot and i.measured_since <= l.known
    where n.vals[c.at] is not null
) or exists (
    select from groups g join incoming_column c on c.slice = g.slice and c.at = g.at join sorts s on s.alike = g.alike join figures.indicator i on i.id = c.indicator_id, scope
    where g.finest > i.decimals
       or figures.fault(i, s.level, s.home, 0, s.kind, g.least, :undecided_open, scope.nations, scope.homes, '{}') is not null
       or figures.fault(i, s.level, s.home, 0, s.kind, g.most, :undecided_open, scope.nations, scope.homes, '{}') is not null)
