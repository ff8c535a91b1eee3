-- Which of these reports without a form stand already? Taken in the order of their numbers, so that two who take several do not wait for each other.
select s.id, a.nth
from unnest(:places::int[], :periods::text[], :fields::smallint[]) with ordinality a(place_id, period, field, nth)
join reporting.submission s on s.form_id is null and s.place_id = a.place_id and s.period = a.period and s.field = a.field
order by s.id
for update of s
