-- How many officers with a full post in each commune of these provinces of the 63, or in one (:place; 0: all), speak which language on the day?
select p.place_id, s.name as language, count(distinct p.officer_id)::int as n
from staffing.posting p join staffing.skill s on s.officer_id = p.officer_id
where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and :on < p.valid_to and p.home = any (:homes) and (:place = 0 or p.place_id = :place)
  and s.kind = 'language' and s.noted_on <= :on and (s.expires is null or s.expires > :on)
group by 1, 2
