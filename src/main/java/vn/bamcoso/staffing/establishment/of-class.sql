-- Which commune offices of an area are of a class on a day, and what is allotted to them then? (class: all, key, other, 1, 2, 3; codes: only these communes; empty: all)
select o.office_id as office, p.code, o.name, coalesce((select sum(q.number) from staffing.post q where q.office_id = o.office_id and q.valid_from <= :on and :on < q.valid_to), 0)::int as posts
from (select p.place_id, p.code,
             exists (select from territory.pub_attribute a where a.place_id = p.place_id and a.name = 'class' and a.value = 'key' and a.valid_from <= :on and :on < a.valid_to)
             or exists (select from staffing.post q join staffing.composition c on c.id = q.composition_id and c.for_class = 'key' where q.place_id = p.place_id and q.valid_from <= :on and :on < q.valid_to) as key_class
      from territory.pub_place p
      join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = p.place_id and r.ancestor_id = :within
      where p.level = 'commune' and p.valid_from <= :on and :on < p.valid_to) p
join territory.pub_office o on o.place_id = p.place_id and o.kind = 'commune' and o.valid_from <= :on and :on < o.valid_to
where (:class = 'all' or :class = 'key' and p.key_class or :class = 'other' and not p.key_class
       or exists (select from territory.pub_attribute a where a.place_id = p.place_id and a.name = 'class' and a.value = :class and a.valid_from <= :on and :on < a.valid_to))
  and (cardinality(:codes::text[]) = 0 or p.code = any (:codes::text[]))
order by p.code
