-- How many places of each kind lie in a place on a day?
with alive as materialized (
    select s.place_id, s.level, s.kind from territory.place_state s where s.valid_from <= :day and :day < s.valid_to
), lies as materialized (
    select r.place_id from territory.reach r where r.vintage_id = (select territory.vintage_of(:day)) and r.ancestor_id = :within and r.place_id <> :within
)
select s.level, s.kind, count(*) as count
from lies l join alive s on s.place_id = l.place_id
group by s.level, s.kind
order by array_position(array['province', 'district', 'commune'], s.level),
         array_position(array['thanh_pho', 'tinh', 'quan', 'thanh_pho_thuoc_tinh', 'thi_xa', 'huyen', 'phuong', 'thi_tran', 'xa', 'dac_khu'], s.kind)
