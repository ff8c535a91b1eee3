-- Which places are called like this? :name is what was typed of the name, :area (may be empty) of what contains it.
with asked as (
    select territory.fold(:name) as name, territory.fold(:area) as area, lower(:name) as typed
), hits as (
    select s.*, p.home, a.name as asked, a.typed,
           row_number() over (partition by s.place_id order by s.valid_from <= :today and :today < s.valid_to desc, s.valid_to desc) as turn
    from asked a
    join territory.place_state s on s.search like '%' || a.name || '%' or s.code = a.name
    join territory.place p on p.id = s.place_id
    where s.level <> 'nation'
      and (cast(:day as date) is null or s.valid_from <= :day and :day < s.valid_to)
      and (cast(:level as text) is null or s.level = :level)
      and (a.area = '' or exists (
          select from territory.place_state u
          left join territory.place_state w on w.place_id = u.parent_id and w.valid_from < s.valid_to and s.valid_from < w.valid_to
          where u.place_id = s.parent_id and u.valid_from < s.valid_to and s.valid_from < u.valid_to
            and (u.search like '%' || a.area || '%' or w.search like '%' || a.area || '%')))
), ranked as (
    select h.*, count(*) over () as total,
           case when h.code = h.asked then 0
                when territory.fold(h.name) = h.asked or h.search = h.asked then 1
                when territory.fold(h.name) like h.asked || ' %' or h.search like h.asked || ' %' then 2
                when territory.fold(h.name) like h.asked || '%' or h.search like h.asked || '%' then 3
                when h.search like '% ' || h.asked || '%' then 4
                else 5 end as nearness
    from hits h where turn = 1
)
select r.place_id, r.level, r.home,
       upper(left(r.level, 1)) || r.code || '@'
           || case when r.valid_from = '-infinity' then least(date '2021-07-01', r.valid_to - 1) else r.valid_from end as key,
       r.code, r.kind, r.name, r.full_name, r.parent_id, r.valid_from, r.valid_to, r.total, r.nearness
from ranked r
order by r.nearness, not (r.valid_from <= :today and :today < r.valid_to), lower(r.name) <> r.typed and lower(r.full_name) <> r.typed,
         array_position(array['province', 'district', 'commune'], r.level), r.name collate "vi-x-icu", r.code
limit :limit offset :offset
