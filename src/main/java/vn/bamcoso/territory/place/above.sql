-- What stands above each of these places on its day?
with asked as (select * from unnest(cast(:ids as int[]), cast(:days as date[])) as a (place_id, day))
select a.place_id, u.key, concat_ws(', ', case when u.level <> 'nation' then u.full_name end, case when w.level <> 'nation' then w.full_name end) as names
from asked a
join territory.pub_place s on s.place_id = a.place_id and s.valid_from <= a.day and a.day < s.valid_to
join territory.pub_place u on u.place_id = s.parent_id and u.valid_from <= a.day and a.day < u.valid_to
left join territory.pub_place w on w.place_id = u.parent_id and w.valid_from <= a.day and a.day < w.valid_to
