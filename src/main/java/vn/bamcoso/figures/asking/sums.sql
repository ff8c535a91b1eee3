-- What do the lines add up to, when each is a group of provinces of the 63 (lines: by number of the province, 0 for none), for these indicators and periods?
-- A join with the provinces would make a plan that walks the index for each of them.
select r.indicator_id, r.period_id, (:lines::int[])[r.home] as line, sum(r.sum), sum(r.n)::int
from figures.roll r
where r.indicator_id = any (:indicators::smallint[]) and r.period_id = any (:periods::int[]) and r.breakdown = :breakdown and (r.n > 0 or r.sum <> 0) and (:lines::int[])[r.home] > 0
group by 1, 2, 3
