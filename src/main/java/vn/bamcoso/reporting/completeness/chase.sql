-- Which reports wait to be approved, or were returned and have not come again: how many of each form and period, how many with doubts, and what are the first ones' names?
select g.waits, g.form, g.period, g.total, g.doubts, n.names
from (select s.status = 'submitted' as waits, s.form_id as form, s.period, s.period_end, count(*)::int as total, count(*) filter (where s.doubts > 0)::int as doubts,
             array_agg(s.place_id order by s.home, s.place_id) as places
      from reporting.submission s
      where s.form_id is not null and (s.status = 'submitted' or s.status = 'returned' and s.period_end > :since)
      group by 1, 2, 3, 4) g
cross join lateral (select string_agg(p.full_name, ', ' order by p.home, p.place_id) as names from territory.pub_place p
                    where p.place_id = any (array[g.places[1], g.places[2], g.places[3]]) and p.valid_from <= g.period_end and g.period_end < p.valid_to) n
order by g.waits desc, g.period_end desc, g.form
