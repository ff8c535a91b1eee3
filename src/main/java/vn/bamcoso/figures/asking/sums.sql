-- What do the lines add up to, when each is a group of provinces of the 63, for these indicators and periods?
select q.nth, l.line, sum(r.sum), sum(r.n)::int
from unnest(:indicators::smallint[], :periods::int[]) with ordinality q(indicator_id, period_id, nth)
cross join lateral (
    select r.home, r.sum, r.n from figures.roll r where r.indicator_id = q.indicator_id and r.period_id = q.period_id and r.breakdown = 0 and r.n > 0 offset 0
) r
join unnest(:homes::smallint[], :lines::int[]) l(home, line) on l.home = r.home
group by q.nth, l.line
