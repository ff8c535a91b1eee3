-- Which figures of these indicators and periods, in these provinces of the 63, were known at that moment?
select k.indicator_id, k.period_id, array_agg(case when k.breakdown < 0 then -k.place_id else k.place_id end) as places, array_agg(k.value) as values
from (
    select f.indicator_id, f.period_id, f.place_id, f.breakdown, f.value from figures.figure f
    where f.indicator_id = any (:indicators::smallint[]) and f.period_id = any (:periods::int[]) and f.home = any (:homes::smallint[]) and f.breakdown in (:breakdown, -1 - :breakdown) and f.value is not null
      and f.known_from <= :known
    union all
    select p.indicator_id, p.period_id, p.place_id, p.breakdown, p.value from figures.figure_past p
    where p.indicator_id = any (:indicators::smallint[]) and p.period_id = any (:periods::int[]) and p.home = any (:homes::smallint[]) and p.breakdown in (:breakdown, -1 - :breakdown) and p.value is not null
      and p.known_from <= :known and :known < p.known_to
) k
group by k.period_id, k.indicator_id
