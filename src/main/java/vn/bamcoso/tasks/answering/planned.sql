-- What does this directive give the office, and into what has it cut its shares, as known at a moment?
with given as (
    select distinct on (t.id) t.*, s.id as own from tasks.task t join tasks.share s on s.task_id = t.id and s.office_id = :office and s.body_id is null
    where t.directive_id = :directive and t.issued_at is not null and (:known::timestamptz is null or t.issued_at <= :known)
      and not exists (select from tasks.event e where e.share_id = s.id and e.act in ('withdrawn', 'merged') and (:known::timestamptz is null or e.at <= :known))
    order by t.id, s.turn
), all_lines as (
    select g.id, g.title, g.number, 0 as below, g.due, g.deliverable, g.authority, false as cut from given g
    union all
    select c.id, c.title, g.number, 1, c.due, c.deliverable, c.authority, true
    from given g join tasks.task c on c.share_id in (select s.id from tasks.share s where s.task_id = g.id and s.office_id = :office) and c.issued_at is not null and (:known::timestamptz is null or c.issued_at <= :known) and c.status = 'issued'
)
select l.title,
       case when l.cut then (select case when count(distinct s.office_id) > 3 then count(distinct s.office_id) || ' đơn vị' else coalesce(string_agg(distinct (select o.name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1), '; '), '') end
                             from tasks.share s where s.task_id = l.id and s.status not in ('withdrawn', 'merged'))
            else (select o.name from territory.pub_office o where o.office_id = :office order by o.valid_from desc limit 1) end as lead,
       coalesce((select string_agg((select case when o.kind = 'department' then o.code else o.name end from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1), '; ') from tasks.part p where p.task_id = l.id and p.part = 'cooperates'), '') as cooperating,
       l.due, l.deliverable, l.authority, l.cut
from all_lines l
order by l.number nulls last, l.below, l.id
