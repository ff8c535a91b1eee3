-- Is there any figure among the incoming that may not be recorded? Judged by groups of like ones; where the answer is yes, bulk-faults.sql names them.
with scope as materialized (
    select access.ints('bamcoso.w_nation') as nations, access.ints('bamcoso.w_homes') as homes, access.bigints('bamcoso.w_places') as places
), groups as (
    select n.indicator_id, s.alike, min(n.value) as least, max(n.value) as most, max(scale(n.value)) as finest
    from incoming n join spots s on s.period_id = n.period_id and s.place_id = n.place_id
    group by n.indicator_id, s.alike
), sorts as (
    select distinct alike, level, home, kind from spots
)
select exists (
    select from incoming n join incoming_lot l on l.lot = n.lot join figures.indicator i on i.id = n.indicator_id join figures.period t on t.id = n.period_id
    where i.measured_from is not null and i.measured_from <= t.ends_on and i.measured_since <= l.known
) or exists (
    select from groups g join sorts s on s.alike = g.alike join figures.indicator i on i.id = g.indicator_id, scope
    where g.finest > i.decimals
       or figures.fault(i, s.level, s.home, 0, s.kind, g.least, :undecided_open, scope.nations, scope.homes, '{}') is not null
       or figures.fault(i, s.level, s.home, 0, s.kind, g.most, :undecided_open, scope.nations, scope.homes, '{}') is not null)
