-- Which names come nearest to a mistyped one?
select s.place_id, s.level, p.home,
       upper(left(s.level, 1)) || s.code || '@'
           || case when s.valid_from = '-infinity' then least(date '2021-07-01', s.valid_to - 1) else s.valid_from end as key,
       s.code, s.kind, s.name, s.full_name, s.parent_id, s.valid_from, s.valid_to, count(*) over () as total, 9 as nearness
from territory.place_state s join territory.place p on p.id = s.place_id
where s.search % territory.fold(:name) and s.level <> 'nation'
  and (cast(:day as date) is null or s.valid_from <= :day and :day < s.valid_to)
  and (cast(:level as text) is null or s.level = :level)
order by similarity(s.search, territory.fold(:name)) desc, not (s.valid_from <= :today and :today < s.valid_to), s.code
limit :limit offset :offset
