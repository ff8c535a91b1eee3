-- What do the provinces of the 63 add up to, for these indicators and periods?
select r.indicator_id, r.period_id, r.home, r.sum, r.n
from figures.roll r
where r.indicator_id = any (:indicators::smallint[]) and r.period_id = any (:periods::int[]) and r.breakdown = :breakdown
