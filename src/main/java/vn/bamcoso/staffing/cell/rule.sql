-- How many official Party members are posted to each commune on a day, by the records of the officers? A member is official a year after admission.
select p.place_id, count(*) filter (where o.party_since + 365 <= :on)::int as official
from staffing.posting p join staffing.officer o on o.id = p.officer_id
where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and :on < p.valid_to and (:place = 0 or p.place_id = :place)
group by p.place_id
