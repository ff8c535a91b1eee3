-- Which states has the place had, where did it belong in each, and by which document did each begin?
select s.key, s.kind, s.code, s.full_name, s.valid_from, s.valid_to, x.from_quality, x.resolution, x.act_id as act,
       concat_ws(', ', case when u.level <> 'nation' then u.full_name end, case when w.level <> 'nation' then w.full_name end) as within
from territory.pub_place s
join territory.place_state x on x.place_id = s.place_id and x.valid_from = s.valid_from
left join territory.pub_place u on u.place_id = s.parent_id
    and u.valid_from <= greatest(s.valid_from, least(date '2021-07-01', s.valid_to - 1)) and greatest(s.valid_from, least(date '2021-07-01', s.valid_to - 1)) < u.valid_to
left join territory.pub_place w on w.place_id = u.parent_id
    and w.valid_from <= greatest(s.valid_from, least(date '2021-07-01', s.valid_to - 1)) and greatest(s.valid_from, least(date '2021-07-01', s.valid_to - 1)) < w.valid_to
where s.place_id = :id
order by s.valid_from
