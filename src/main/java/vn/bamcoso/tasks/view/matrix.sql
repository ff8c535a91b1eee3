-- How do the shares of these tasks stand today, by office, those of communes under their province when the whole country is shown?
with office as materialized (
    select distinct on (o.office_id) o.office_id, o.name, o.kind, case when :national and o.kind in ('commune', 'police_post') then o.parent_id else o.office_id end as shown
    from territory.pub_office o order by o.office_id, o.valid_from desc
), counted as (
    select s.task_id, o.shown, count(*) as shares, count(*) filter (where s.status = 'done') as done, count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day) as late,
           bool_or(s.status = 'done' and s.proposed_on > s.last_day) as done_late, min(s.id) as share
    from tasks.share s join office o on o.office_id = s.office_id
    where s.task_id = any (:tasks) and s.status not in ('withdrawn', 'merged')
    group by s.task_id, o.shown
)
select c.task_id as task, c.shown as office, o.name, c.shares, c.done, c.late,
       case when c.late > 0 then 'open_late' when c.done < c.shares then 'open' when c.done_late then 'done_late' else 'done' end as book, case c.shares when 1 then c.share else 0 end as share
from counted c join office o on o.office_id = c.shown
order by o.kind, o.name collate "vi-x-icu"
