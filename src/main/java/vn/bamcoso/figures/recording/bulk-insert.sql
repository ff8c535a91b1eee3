-- Records one slice of the incoming figures in key order. The order is computed into one number: sorting by five columns costs eight times as much.
insert into figures.figure (period_id, indicator_id, home, place_id, breakdown, field, value, origin_id, known_from)
select n.period_id, c.indicator_id, s.home, n.place_id, c.breakdown, c.field, nullif(n.vals[c.at], 'NaN'), l.origin_id, l.known
from incoming n
join incoming_lot l on l.lot = n.lot
join spots s on s.period_id = n.period_id and s.place_id = n.place_id
join cells c on c.period_id = n.period_id and c.slice = n.slice
where n.slice = ? and c.slice = ? and n.vals[c.at] is not null
order by (c.nth << 32) | s.nth
