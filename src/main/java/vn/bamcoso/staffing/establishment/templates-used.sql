-- Which templates are in use on a day, at how many offices, with how many posts; and which may be given on it? (homes: provinces of the 63)
select c.id, c.code, c.name_vi, c.name_en, c.for_class, c.least, c.valid_from, nullif(c.valid_to, 'infinity') as valid_to, coalesce(u.offices, 0) as offices, coalesce(u.posts, 0) as posts,
       (select string_agg(p.number::text, ' + ' order by p.title_id) from staffing.composition_part p where p.composition_id = c.id) as parts
from staffing.composition c
left join (select o.composition_id, count(*)::int as offices, sum(o.posts)::int as posts
           from (select composition_id, office_id, sum(number) as posts from staffing.post
                 where home = any (:homes::smallint[]) and valid_from <= :on and valid_to > :on group by composition_id, office_id) o
           group by o.composition_id) u on u.composition_id = c.id
where c.valid_from <= :on and :on < c.valid_to or u.offices > 0
order by c.id
