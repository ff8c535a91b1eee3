-- Which languages are spoken in the communes of an area on a day: those noted of the commune itself, else those of its province?
with here as materialized (
    select p.place_id, p.key, p.full_name from territory.pub_reach r
    join territory.pub_place p on p.place_id = r.place_id and p.level = 'commune' and p.valid_from <= :on and :on < p.valid_to
    where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within
), own as (
    select h.place_id, a.value, a.valid_from, a.valid_to, a.source from here h
    join territory.pub_attribute a on a.place_id = h.place_id and a.name = 'language' and a.valid_from <= :on and :on < a.valid_to
), above as (
    select h.place_id, a.value, a.valid_from, a.valid_to, a.source from here h
    join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:on)) and r.place_id = h.place_id and r.level = 'province'
    join territory.pub_attribute a on a.place_id = r.ancestor_id and a.name = 'language' and a.valid_from <= :on and :on < a.valid_to
    where h.place_id not in (select o.place_id from own o)
)
select h.place_id, h.key, h.full_name as place, s.value as language, s.valid_from as "from", case when s.valid_to < 'infinity' then s.valid_to end as "to", s.source, s.own
from here h join (select *, true as own from own union all select *, false from above) s using (place_id)
order by h.full_name collate "vi-x-icu", s.value collate "vi-x-icu"
