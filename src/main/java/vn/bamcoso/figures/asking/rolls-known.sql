-- What did the provinces of the 63 add up to at that moment? Where the roll-up has changed since, sum and n are null: recount.
select q.nth, r.home,
       case when r.known_last <= :known then r.sum end as sum,
       case when r.known_last <= :known then r.n end as n
from unnest(:indicators::smallint[], :periods::int[]) with ordinality q(indicator_id, period_id, nth)
cross join lateral (
    select r.home, r.sum, r.n, r.known_first, r.known_last from figures.roll r
    where r.indicator_id = q.indicator_id and r.period_id = q.period_id and r.breakdown = 0 offset 0
) r
where r.known_first <= :known
