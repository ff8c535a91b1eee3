-- What did these cells of indicator, period and home add up to at that moment, counted from the figures themselves?
select q.nth, q.home, coalesce(sum(f.value), 0) as sum, (count(f.value) filter (where f.breakdown >= 0))::int as n
from unnest(:indicators::smallint[], :periods::int[], :homes::smallint[], :nths::int[]) q(indicator_id, period_id, home, nth)
cross join lateral (
    select f.value, f.breakdown from figures.figure f
    where f.period_id = q.period_id and f.indicator_id = q.indicator_id and f.home = q.home and f.breakdown in (:breakdown, -1 - :breakdown) and f.known_from <= :known
    union all
    select p.value, p.breakdown from figures.figure_past p
    where p.period_id = q.period_id and p.indicator_id = q.indicator_id and p.home = q.home and p.breakdown in (:breakdown, -1 - :breakdown) and p.known_from <= :known and :known < p.known_to
) f
group by q.nth, q.home
