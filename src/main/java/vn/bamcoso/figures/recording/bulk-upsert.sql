-- Records one slice of the incoming figures where some are there already: a changed value replaces the old one, an unchanged one stays with its first origin.
insert into figures.figure as f (period_id, indicator_id, home, place_id, breakdown, field, value, origin_id, known_from)
select n.period_id, c.indicator_id, s.home, n.place_id, c.breakdown, c.field, nullif(n.vals[c.at], 'NaN'), l.origin_id, l.known
from incoming n
join incoming_lot l on l.lot = n.lot
join spots s on s.period_id = n.period_id and s.place_id = n.place_id
join cells c on c.period_id = n.period_id and c.slice = n.slice
where n.slice = ? and c.slice = ? and n.vals[c.at] is not null
order by (c.nth << 32) | s.nth, c.breakdown
on conflict (period_id, indicator_id, home, place_id, breakdown) do update
set value = excluded.value, origin_id = excluded.origin_id, known_from = greatest(excluded.known_from, f.known_from + interval '1 microsecond')
where f.value is distinct from excluded.value
