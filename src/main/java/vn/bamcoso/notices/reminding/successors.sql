-- Which office answers today for one that ended: the one of the same level that serves the successor of its place?
select distinct on (gone.office_id) gone.office_id, o.office_id
from territory.pub_office gone
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:day) and r.place_id = gone.place_id
     and r.level = case when gone.kind in ('commune', 'police_post') then 'commune' else 'province' end
join territory.pub_office o on o.place_id = r.ancestor_id and o.valid_from <= :day and :day < o.valid_to
     and o.kind = case when gone.kind in ('commune', 'police_post') then 'commune' else 'provincial' end
where gone.valid_to <= :day and gone.kind <> 'department'
  and not exists (select from territory.pub_office s where s.office_id = gone.office_id and s.valid_from <= :day and :day < s.valid_to)
order by gone.office_id, gone.valid_to desc, r.share desc nulls last, o.office_id
