-- Which figures are there of these indicators and periods, in any province?
select q.nth, f.place_id, f.value
from unnest(:indicators::smallint[], :periods::int[]) with ordinality q(indicator_id, period_id, nth)
cross join lateral (
    select f.place_id, f.value from figures.figure f
    where f.period_id = q.period_id and f.indicator_id = q.indicator_id and f.breakdown = 0 and f.value is not null offset 0
) f
