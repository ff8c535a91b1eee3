-- Which figures are there of these indicators and periods, of these few places (homes: the provinces of the 63 in which they lie)?
select f.indicator_id, f.period_id, array_agg(f.place_id) as places, array_agg(f.value) as values
from figures.figure f
where f.indicator_id = any (:indicators::smallint[]) and f.period_id = any (:periods::int[]) and f.home = any (:homes::smallint[]) and f.place_id = any (:places::int[])
  and f.breakdown = :breakdown and f.value is not null
group by f.period_id, f.indicator_id
