-- Which names come nearest to a mistyped one?
select s.place_id, s.level, p.home, territory.key_of(s.level, s.code, s.valid_from, s.valid_to) as key,
       s.code, s.kind, s.name, s.full_name, s.parent_id, s.valid_from, s.valid_to, count(*) over () as total
from territory.place_state s join territory.place p on p.id = s.place_id
where s.search % :name and s.level <> 'nation'
  and (cast(:day as date) is null or s.valid_from <= :day and :day < s.valid_to)
  and (cast(:level as text) is null or s.level = :level)
order by similarity(s.search, :name) desc, not (s.valid_from <= :today and :today < s.valid_to), s.code, s.place_id, s.valid_from
limit :limit offset :offset
