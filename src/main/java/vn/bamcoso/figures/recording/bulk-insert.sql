-- Records the incoming figures in key order. The order is computed into one number: sorting by five columns costs eight times as much.
insert into figures.figure (period_id, indicator_id, home, place_id, breakdown, field, value, origin_id, known_from)
select n.period_id, n.indicator_id, s.home, n.place_id, n.breakdown, c.field, n.value, l.origin_id, l.known
from incoming n
join incoming_lot l on l.lot = n.lot
join cells c on c.period_id = n.period_id and c.indicator_id = n.indicator_id
join spots s on s.period_id = n.period_id and s.place_id = n.place_id
order by (c.nth << 32) | s.nth
