-- In which places of the level, on the map of a day and within an area, does each commune of another day lie, with which share? (homes: provinces of the 63 of the area)
select c.place_id, r.ancestor_id, r.share
from territory.pub_place c
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:map) and r.place_id = c.place_id and r.level = :level
where c.level = 'commune' and c.home = any (:homes::smallint[]) and c.valid_from <= :on and :on < c.valid_to
  and (:whole or exists (select from territory.pub_reach w where w.vintage_id = territory.vintage_of(:map) and w.place_id = c.place_id and w.ancestor_id = :within))
