-- Which published statements stand, about this indicator and this area (both may be left open), in the order of their events?
select s.*, i.code as indicator, p.key as place_key, p.full_name as place_name, p.level as place_level
from figures.statement s
join figures.indicator i on i.id = s.indicator_id
join territory.pub_place p on p.place_id = s.place_id and p.valid_from <= s.map_day and s.map_day < p.valid_to
where s.superseded_by is null
  and (:indicator::text is null or i.code = :indicator)
  and (:within::int is null or s.place_id = :within or exists (
      select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:day::date)) and r.place_id = s.place_id and r.ancestor_id = :within))
order by min(s.id) over (partition by s.event_en), i.position, s.place_id, s.period, s.id
