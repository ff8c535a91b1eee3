-- Which police units are there? The ministry, its departments, and those that follow a place.
insert into territory.office (kind) values ('ministry');
insert into territory.office_state (office_id, valid_from, valid_to, code, name, place_id)
select o.id, '-infinity', 'infinity', 'BCA', 'Bộ Công an', n.id
from territory.office o, territory.place n where o.kind = 'ministry' and n.level = 'nation';
with made as (
    merge into territory.office o using (select * from load_department order by code) s on false
    when not matched then insert (kind) values ('department') returning o.id, s.code, s.name
)
insert into territory.office_state (office_id, valid_from, valid_to, code, name, parent_id, place_id)
select made.id, '-infinity', 'infinity', made.code, made.name, m.id, n.id
from made, territory.office m, territory.place n where m.kind = 'ministry' and n.level = 'nation';
insert into territory.office (kind, of_place)
select 'police_post', s.place_id from territory.place_state s
where s.level = 'district' and s.code in ('318', '471', '536', '755') and s.valid_to = '2025-07-01' order by s.code;
select territory.align_offices(null);
