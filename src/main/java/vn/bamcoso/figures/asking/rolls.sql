-- What do the provinces of the 63 add up to, for these indicators and periods?
select q.nth, r.home, r.sum, r.n
from unnest(:indicators::smallint[], :periods::int[]) with ordinality q(indicator_id, period_id, nth)
cross join lateral (
    select r.home, r.sum, r.n from figures.roll r where r.indicator_id = q.indicator_id and r.period_id = q.period_id and r.breakdown = 0 offset 0
) r
