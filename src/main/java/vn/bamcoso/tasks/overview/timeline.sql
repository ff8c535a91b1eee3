-- When do these tasks begin and end, and how do the shares that I see of them stand today?
select t.id as task, t.number, t.title, d.number as directive, t.issued_on as issued, t.due, count(s.id) as shares,
       count(*) filter (where s.status = 'done') as done, count(*) filter (where s.status not in ('done', 'withdrawn', 'merged') and coalesce(s.proposed_on, :today) > s.last_day) as late,
       min(s.due) filter (where s.status not in ('done', 'withdrawn', 'merged')) as next, max(s.proposed_on) as last, case count(s.id) when 1 then min(s.id) else 0 end as only
from tasks.task t
join tasks.share s on s.task_id = t.id and s.status not in ('withdrawn', 'merged')
left join tasks.directive d on d.id = t.directive_id
where t.status = 'issued' and t.issued_on <= :until and t.due >= :from
  and (:directive::int is null or t.directive_id = :directive)
  and (:which = 'all' or s.office_id = any (:mine))
group by t.id, d.number
order by t.due, t.number nulls last, t.id limit 80
