-- Which place became which by this act?
insert into territory.lineage (day, old_id, new_id, share, relation, basis, confidence, resolution, act_id)
select :day, old_id, new_id, share, relation, case when new_id is not null then 'stated' end, 'high', :resolution, :act
from jsonb_to_recordset(cast(:rows as jsonb)) as r (old_id int, new_id int, share numeric, relation text)
