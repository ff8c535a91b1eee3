-- Which states did the places have before the act?
insert into territory.place_state (place_id, valid_from, valid_to, level, code, kind, name, full_name, parent_id, from_quality, resolution, act_id)
select s.place_id, s.valid_from, s.valid_to, s.level, s.code, s.kind, s.name, s.full_name, s.parent_id, s.from_quality, s.resolution, s.act_id
from territory.act a, jsonb_populate_recordset(null::territory.place_state, a.undo -> 'states') s
where a.id = :act
