-- How many places of each kind lie in a place on a day?
select s.level, s.kind, count(*) as count
from territory.reach r
join territory.pub_place s on s.place_id = r.place_id and s.valid_from <= :day and :day < s.valid_to
where r.vintage_id = territory.vintage_of(:day) and r.ancestor_id = :within and s.place_id <> :within
group by s.level, s.kind
order by array_position(array['province', 'district', 'commune'], s.level),
         array_position(array['thanh_pho', 'tinh', 'quan', 'thanh_pho_thuoc_tinh', 'thi_xa', 'huyen', 'phuong', 'thi_tran', 'xa', 'dac_khu'], s.kind)
