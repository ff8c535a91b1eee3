-- Which tasks came of this conclusion, with their leads, as known at a moment?
select t.title,
       case t.audience when 'provinces' then 'Công an các tỉnh, thành phố' when 'communes' then 'Công an các xã, phường, đặc khu'
            else coalesce((select string_agg((select case when o.kind = 'department' then o.code else o.name end from territory.pub_office o where o.office_id = l.id order by o.valid_from desc limit 1), '; ' order by l.n)
                           from unnest(t.office_ids) with ordinality l (id, n)), '')
                 || coalesce((select case when cardinality(t.office_ids) > 0 then '; ' else '' end || string_agg(b.name, '; ' order by b.id) from tasks.body b where b.id = any (t.body_ids) having count(*) > 0), '') end as lead,
       coalesce((select string_agg((select case when o.kind = 'department' then o.code else o.name end from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1), '; ' order by p.office_id)
                 from tasks.part p where p.task_id = t.id and p.part = 'cooperates'), '') as cooperating,
       t.due, t.deliverable
from tasks.task t
where t.directive_id = :directive and t.share_id is null and t.issued_at is not null and (:known::timestamptz is null or t.issued_at <= :known)
  and not exists (select from tasks.event e join tasks.share s on s.id = e.share_id where s.task_id = t.id and e.act = 'withdrawn' and (:known::timestamptz is null or e.at <= :known)
                  and not exists (select from tasks.share o where o.task_id = t.id and o.status not in ('withdrawn', 'merged')))
order by t.number nulls last, t.id
