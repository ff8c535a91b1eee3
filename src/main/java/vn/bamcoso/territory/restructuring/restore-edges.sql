-- Which lineage did the act replace?
insert into territory.lineage (day, old_id, new_id, share, relation, basis, confidence, resolution, evidence, act_id)
select l.day, l.old_id, l.new_id, l.share, l.relation, l.basis, l.confidence, l.resolution, l.evidence, l.act_id
from territory.act a, jsonb_populate_recordset(null::territory.lineage, a.undo -> 'lineage') l
where a.id = :act
