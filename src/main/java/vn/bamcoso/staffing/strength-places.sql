-- In which place of the level, on the map of a day and within an area, does each commune of another day lie? Most of it, where it was divided.
select distinct on (c.place_id) c.place_id, r.ancestor_id
from territory.pub_place c
join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:map)) and r.place_id = c.place_id and r.level = :level
join territory.pub_reach w on w.vintage_id = r.vintage_id and w.place_id = c.place_id and w.ancestor_id = :within
where c.level = 'commune' and c.valid_from <= :on and :on < c.valid_to
order by c.place_id, r.share desc
