-- How many units of each kind has each province of a day, or each direct part of a place?
with part as materialized (
    select c.place_id, c.key, c.level, c.code, c.kind, c.name, c.full_name
    from territory.pub_place c where c.parent_id = :within and c.valid_from <= :day and :day < c.valid_to
), alive as materialized (
    select s.place_id, s.level, s.kind from territory.place_state s where s.valid_from <= :day and :day < s.valid_to
), lies as materialized (
    select r.place_id, r.ancestor_id from territory.reach r
    where r.vintage_id = (select territory.vintage_of(:day)) and r.ancestor_id = any (array(select place_id from part)) and r.place_id <> r.ancestor_id
), counted as (
    select l.ancestor_id,
           count(*) filter (where s.level = 'district') as districts,
           count(*) filter (where s.kind = 'phuong') as wards,
           count(*) filter (where s.kind = 'thi_tran') as towns,
           count(*) filter (where s.kind = 'xa') as communes,
           count(*) filter (where s.kind = 'dac_khu') as zones,
           count(*) filter (where s.level = 'commune') as total
    from lies l join alive s on s.place_id = l.place_id
    group by l.ancestor_id
)
select p.place_id, p.key, p.code, p.kind, p.name, p.full_name,
       coalesce(c.districts, 0) as districts, coalesce(c.wards, 0) as wards, coalesce(c.towns, 0) as towns,
       coalesce(c.communes, 0) as communes, coalesce(c.zones, 0) as zones, coalesce(c.total, 0) as total
from part p left join counted c on c.ancestor_id = p.place_id
order by p.level desc, p.code
