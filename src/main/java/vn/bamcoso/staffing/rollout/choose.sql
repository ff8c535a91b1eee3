-- Which places of the area fit the criteria of a stage, and are not in the programme yet?
insert into staffing.place_plan (programme_id, stage, planned_on, document, decided_on, set_by, set_at, home, place_id)
select :programme, :stage, :planned, :document, :decided, :by, :at, p.home, p.place_id
from territory.pub_place p
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:map) and r.place_id = p.place_id and r.ancestor_id = :area
where p.level = 'commune' and p.valid_from <= :map and :map < p.valid_to and p.kind = any (:kinds)
  and (cardinality(:codes::text[]) = 0 or p.code = any (:codes))
  and (not :key_only or exists (select from staffing.post q join staffing.composition c on c.id = q.composition_id and c.for_class = 'key'
                                where q.place_id = p.place_id and q.valid_from <= :map and :map < q.valid_to)
       or exists (select from territory.pub_attribute a where a.place_id = p.place_id and a.name = 'class' and a.value = 'key' and a.valid_from <= :map and :map < a.valid_to))
  and (not :border_only or exists (select from territory.pub_attribute a where a.place_id = p.place_id and a.name = 'border_country' and a.valid_from <= :map and :map < a.valid_to))
  and not exists (select from staffing.place_plan b where b.programme_id = :programme and b.place_id = p.place_id)
order by p.code
