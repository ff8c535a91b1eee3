-- Which figures are there of these indicators and periods, in any province (what a province added under its own number, negative)? One row an indicator and period: a row for each of ten thousand figures would cost twice as much.
select f.indicator_id, f.period_id, array_agg(case when f.breakdown < 0 then -f.place_id else f.place_id end) as places, array_agg(f.value) as values
from figures.figure f
where f.indicator_id = any (:indicators::smallint[]) and f.period_id = any (:periods::int[]) and f.breakdown in (:breakdown, -1 - :breakdown) and f.value is not null
group by f.period_id, f.indicator_id
