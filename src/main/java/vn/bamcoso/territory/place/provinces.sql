-- How many units of each kind has each province of a day, or each direct part of a place?
select c.place_id, c.key, c.code, c.kind, c.name, c.full_name,
       count(*) filter (where s.level = 'district') as districts,
       count(*) filter (where s.kind = 'phuong') as wards,
       count(*) filter (where s.kind = 'thi_tran') as towns,
       count(*) filter (where s.kind = 'xa') as communes,
       count(*) filter (where s.kind = 'dac_khu') as zones,
       count(*) filter (where s.level = 'commune') as total
from territory.pub_place c
left join territory.reach r on r.vintage_id = territory.vintage_of(:day) and r.ancestor_id = c.place_id and r.place_id <> c.place_id
left join territory.pub_place s on s.place_id = r.place_id and s.valid_from <= :day and :day < s.valid_to
where c.parent_id = :within and c.valid_from <= :day and :day < c.valid_to
group by c.place_id, c.key, c.level, c.code, c.kind, c.name, c.full_name
order by c.level desc, c.code
