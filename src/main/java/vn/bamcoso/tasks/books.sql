-- How many shares stood in each of the four books on a day, as known at a moment, by directive, task, office, post, field or period?
with stood as (
    select case :by when 'office' then b.office_id when 'task' then b.task_id when 'directive' then coalesce(t.directive_id, 0) when 'field' then b.field
                    when 'period' then extract(year from b.last_day)::int * 10 + extract(quarter from b.last_day)::int
                    else (select row_number from (select code, row_number() over (order by code) from identity.role) r where r.code = s.role) end as key,
           b.done, coalesce(b.stopped_on, :on) - b.last_day as late
    from tasks.book b
    join tasks.task t on t.id = b.task_id
    left join tasks.share s on :by = 'post' and s.id = b.share_id
    where b.from_day <= :on and :on < b.to_day
      and (:known::timestamptz is null and b.known_to = 'infinity' or b.known_from <= :known and :known < b.known_to)
      and b.counts
      and (:directive::int is null or t.directive_id = :directive) and (:office::int is null or b.office_id = :office) and (:issuer::int is null or t.office_id = :issuer)
), counted as (
    select key, count(*) filter (where done and late <= 0) as done, count(*) filter (where done and late > 0) as done_late,
           count(*) filter (where not done and late <= 0) as open, count(*) filter (where not done and late > 0) as open_late, greatest(max(late), 0) as latest
    from stood group by key
)
select c.*,
       coalesce(case :by when 'office' then (select o.name from territory.pub_office o where o.office_id = c.key order by o.valid_from desc limit 1)
                when 'task' then (select t.title from tasks.task t where t.id = c.key)
                when 'directive' then (select d.number || ' · ' || d.title from tasks.directive d where d.id = c.key)
                when 'field' then (select f.name_vi from access.field f where f.id = c.key)
                when 'period' then 'Hạn trong quý ' || c.key % 10 || '/' || c.key / 10
                else (select name_vi from (select name_vi, row_number() over (order by code) from identity.role) r where r.row_number = c.key) end, '–') as name_vi,
       coalesce(case :by when 'office' then (select o.name from territory.pub_office o where o.office_id = c.key order by o.valid_from desc limit 1)
                when 'task' then (select t.title from tasks.task t where t.id = c.key)
                when 'directive' then (select d.number || ' · ' || d.title from tasks.directive d where d.id = c.key)
                when 'field' then (select f.name_en from access.field f where f.id = c.key)
                when 'period' then 'Due in quarter ' || c.key % 10 || ' of ' || c.key / 10
                else (select name_en from (select name_en, row_number() over (order by code) from identity.role) r where r.row_number = c.key) end, '–') as name_en
from counted c
order by c.open_late desc, c.latest desc, c.open desc, c.key
