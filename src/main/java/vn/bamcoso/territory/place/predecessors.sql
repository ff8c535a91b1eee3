-- What did the place come from?
select p.key, p.full_name, u.full_name as within, l.day, l.share, l.relation, l.basis, l.confidence, l.resolution, l.evidence, l.act_id as act
from territory.lineage l
join territory.pub_place p on p.place_id = l.old_id and p.valid_from < l.day and l.day <= p.valid_to
left join territory.pub_place u on u.place_id = p.parent_id and u.valid_from < l.day and l.day <= u.valid_to
where l.new_id = :id
order by l.day, p.code
