-- Which figures of these indicators and periods, in these provinces of the 63, were known at that moment?
select q.nth, f.place_id, f.value
from unnest(:indicators::smallint[], :periods::int[]) with ordinality q(indicator_id, period_id, nth)
cross join unnest(:homes::smallint[]) h(home)
cross join lateral (
    select f.place_id, f.value from figures.figure f
    where f.period_id = q.period_id and f.indicator_id = q.indicator_id and f.home = h.home and f.breakdown = 0 and f.value is not null and f.known_from <= :known
    union all
    select p.place_id, p.value from figures.figure_past p
    where p.period_id = q.period_id and p.indicator_id = q.indicator_id and p.home = h.home and p.breakdown = 0 and p.value is not null
      and p.known_from <= :known and :known < p.known_to
) f
