-- Which places were alive on a day, of a level, within another place of any day, with a text in their name?
select s.*, count(*) over () as total
from territory.pub_place s
where s.valid_from <= :day and :day < s.valid_to
  and (cast(:level as text) is null or s.level = :level)
  and (:text = '' or territory.fold(s.full_name) like '%' || territory.fold(:text) || '%')
  and (cast(:within as int) is null or exists (
      select from territory.reach r
      where r.vintage_id = (select territory.vintage_of(:map)) and r.place_id = s.place_id and r.ancestor_id = :within))
order by array_position(array['nation', 'province', 'district', 'commune'], s.level), s.code
limit :limit offset :offset
