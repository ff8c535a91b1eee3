-- Which places are called like this? :name is folded, :part a pattern for any part of the full name (empty for one or two
-- letters, which are looked for at the beginning of the name only), :area (may be empty) what contains the place.
with hits as (
    select distinct on (s.place_id) s.*
    from territory.place_state s
    where (s.short_search like :prefix or s.search like :part or s.code = :name)
      and s.level <> 'nation'
      and (cast(:day as date) is null or s.valid_from <= :day and :day < s.valid_to)
      and (cast(:level as text) is null or s.level = :level)
      and (:area = '' or exists (
          select from territory.place_state u
          left join territory.place_state w on w.place_id = u.parent_id and w.valid_from < s.valid_to and s.valid_from < w.valid_to
          where u.place_id = s.parent_id and u.valid_from < s.valid_to and s.valid_from < u.valid_to
            and (u.search like '%' || :area || '%' or w.search like '%' || :area || '%')))
    order by s.place_id, s.valid_from <= :today and :today < s.valid_to desc, s.valid_to desc
)
select h.place_id, h.level, p.home, territory.key_of(h.level, h.code, h.valid_from, h.valid_to) as key,
       h.code, h.kind, h.name, h.full_name, h.parent_id, h.valid_from, h.valid_to, count(*) over () as total
from hits h join territory.place p on p.id = h.place_id
order by case when h.code = :name then 0
              when :name in (h.short_search, h.search) then 1
              when h.short_search like :name || ' %' or h.search like :name || ' %' then 2
              when h.short_search like :prefix or h.search like :prefix then 3
              when h.search like '% ' || :prefix then 4
              else 5 end,
         not (h.valid_from <= :today and :today < h.valid_to),
         lower(h.name) <> :typed and lower(h.full_name) <> :typed,
         array_position(array['province', 'district', 'commune'], h.level), h.short_search, h.code, h.place_id
limit :limit offset :offset
