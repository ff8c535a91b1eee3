-- Which figures of these indicators and periods were between 1 and 4 at some time and have been changed since (what a province added under its own number, negative)?
select p.indicator_id, p.period_id, array_agg(distinct case when p.breakdown < 0 then -p.place_id else p.place_id end) as places
from figures.figure_past p
where p.indicator_id = any (:indicators::smallint[]) and p.period_id = any (:periods::int[]) and p.breakdown in (:breakdown, -1 - :breakdown) and p.value > 0 and p.value <= 4
group by p.indicator_id, p.period_id
