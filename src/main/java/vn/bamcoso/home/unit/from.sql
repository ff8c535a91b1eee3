-- Out of which places was this one made, on the day on which it began?
select p.full_name
from territory.pub_place mine
join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:day)) and r.ancestor_id = mine.place_id and r.place_id <> mine.place_id
join territory.pub_place p on p.place_id = r.place_id and p.level = mine.level and p.valid_to = mine.valid_from
where mine.place_id = :place and mine.valid_from <= :day and :day < mine.valid_to
order by p.code
