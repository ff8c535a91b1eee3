-- In which running tasks does this office cooperate, which does it monitor, and which did it issue?
with taken as (
    select p.part, p.task_id from tasks.part p where p.office_id = :office
    union all
    select 'issued', t.id from tasks.task t where t.office_id = :office
)
select k.part, t.id as task, t.title,
       case when count(*) > 1 then '' else coalesce(max((select o.name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1)), '') end as lead,
       t.due, count(s.id) as shares, count(*) filter (where s.status = 'done') as done, count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day) as late
from taken k
join tasks.task t on t.id = k.task_id and t.status = 'issued'
left join tasks.share s on s.task_id = t.id and s.status not in ('withdrawn', 'merged')
group by k.part, t.id
having count(s.id) > count(*) filter (where s.status = 'done')
order by k.part, late desc, t.due, t.id limit 120
