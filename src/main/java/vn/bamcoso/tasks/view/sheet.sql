-- What goes on one line of the meeting's sheet: each task, who leads, how its shares stand today, what blocks it?
with lines as (
select t.id as task, t.number, t.title,
       case when count(*) <= 3 then string_agg(distinct coalesce(b.name, o.name), '; ') end as named,
       coalesce((select string_agg(c.name, '; ') from tasks.part p cross join lateral (select case when x.kind = 'department' then x.code else x.name end as name from territory.pub_office x
                 where x.office_id = p.office_id order by x.valid_from desc limit 1) c where p.task_id = t.id and p.part = 'cooperates'), '') as cooperating,
       max(s.due) as due, t.deliverable, count(*) as shares,
       count(*) filter (where s.status = 'done' and s.proposed_on <= s.last_day) as done, count(*) filter (where s.status = 'done' and s.proposed_on > s.last_day) as done_late,
       count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) <= s.last_day) as open, count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day) as open_late,
       coalesce(max(coalesce(s.proposed_on, :today) - s.last_day) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day), 0) as latest,
       coalesce(string_agg(distinct s.blocked_by, '; '), '') as stuck
from tasks.task t
join tasks.share s on s.task_id = t.id and s.status not in ('withdrawn', 'merged')
left join tasks.body b on b.id = s.body_id
cross join lateral (select case when p.kind = 'department' then p.code else p.name end as name from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) o
where t.status = 'issued' and (t.directive_id = :directive or :directive::int is null and t.office_id = any (:issuers))
group by t.id
)
select * from lines order by open_late desc, latest desc, open = 0, due, number nulls last, task
limit 60
