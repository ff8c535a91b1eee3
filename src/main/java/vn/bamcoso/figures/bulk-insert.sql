-- Records the incoming figures in key order; a value that is the same as before stays with its first origin.
insert into figures.figure as f (indicator_id, breakdown, period_id, home, place_id, field, value, origin_id, known_from)
select n.indicator_id, n.breakdown, n.period_id, k.home, n.place_id, i.field, n.value, l.origin_id, l.known
from incoming n
join incoming_lot l on l.lot = n.lot
join figures.indicator i on i.id = n.indicator_id
join (select distinct place_id, home from territory.pub_place) k on k.place_id = n.place_id
order by n.indicator_id, n.breakdown, n.period_id, k.home, n.place_id
on conflict (indicator_id, breakdown, period_id, home, place_id) do update
set value = excluded.value, origin_id = excluded.origin_id, known_from = greatest(excluded.known_from, f.known_from + interval '1 microsecond')
where f.value is distinct from excluded.value
