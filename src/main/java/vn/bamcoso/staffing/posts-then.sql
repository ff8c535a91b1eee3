-- Which posts were allotted to communes on a day, as it was known at a moment?
select p.place_id, p.title_id, p.number, p.least, coalesce(c.for_class = 'key', false)
from (select place_id, title_id, number, least, composition_id from staffing.post
      where valid_from <= :on and valid_to > :on and title_id < 10 and known_from <= :known
      union all
      select place_id, title_id, number, least, composition_id from staffing.post_past
      where valid_from <= :on and valid_to > :on and title_id < 10 and known_from <= :known and :known < known_to) p
left join staffing.composition c on c.id = p.composition_id
