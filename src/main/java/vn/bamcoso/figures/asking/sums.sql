-- What do the lines add up to, when each is a group of provinces of the 63, for these indicators and periods?
select r.indicator_id, r.period_id, l.line, sum(r.sum), sum(r.n)::int
from figures.roll r
join unnest(:homes::smallint[], :lines::int[]) l(home, line) on l.home = r.home
where r.indicator_id = any (:indicators::smallint[]) and r.period_id = any (:periods::int[]) and r.breakdown = 0 and r.n > 0
group by r.indicator_id, r.period_id, l.line
