-- Which states do the touched places have now?
insert into territory.place_state (place_id, valid_from, valid_to, level, code, kind, name, full_name, parent_id, from_quality, resolution, act_id)
select place_id, valid_from, valid_to, level, code, kind, name, full_name, parent_id, from_quality, resolution, act_id
from jsonb_to_recordset(cast(:rows as jsonb)) as r (place_id int, valid_from date, valid_to date, level text, code text, kind text, name text,
     full_name text, parent_id int, from_quality text, resolution text, act_id int)
