-- Which communes lie in an area on a day, and in which province, by name?
with lies as materialized (
    select r.place_id, r.ancestor_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.level = 'province'
), inside as materialized (
    select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within
)
select p.place_id, p.key, p.full_name, l.ancestor_id as province
from territory.pub_place p join lies l on l.place_id = p.place_id
where p.level = 'commune' and p.valid_from <= :on and :on < p.valid_to and p.place_id in (select place_id from inside)
order by p.full_name collate "vi-x-icu", p.place_id
