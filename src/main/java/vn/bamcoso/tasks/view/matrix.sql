-- How do the shares of these tasks stand today, by office, those of communes under their province when the whole country is shown?
with stood as (
    select s.task_id, s.id, s.status, coalesce(s.proposed_on, :today) > s.last_day as late,
           case when :national and o.kind in ('commune', 'police_post') then o.parent_id else s.office_id end as office
    from tasks.share s
    cross join lateral (select kind, parent_id from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) o
    where s.task_id = any (:tasks) and s.status not in ('withdrawn', 'merged')
), counted as (
    select task_id, office, count(*) as shares, count(*) filter (where status = 'done') as done, count(*) filter (where status <> 'done' and late) as late,
           case when bool_or(status <> 'done' and late) then 'open_late' when bool_or(status <> 'done') then 'open' when bool_or(late) then 'done_late' else 'done' end as book,
           case count(*) when 1 then min(id) else 0 end as share
    from stood group by task_id, office
)
select c.task_id as task, c.office, o.name, c.shares, c.done, c.late, c.book, c.share
from counted c
cross join lateral (select name, kind from territory.pub_office p where p.office_id = c.office order by p.valid_from desc limit 1) o
order by o.kind, o.name collate "vi-x-icu"
