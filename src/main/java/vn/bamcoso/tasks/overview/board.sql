-- Which shares of these offices, or of tasks that they issued, stand in which state, the most pressing of each state first?
with running as (
    select s.id, s.status, s.task_id, s.office_id, coalesce(s.proposed_on, :today) <= s.last_day as in_time, s.last_day
    from tasks.share s where s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
    union all
    select s.id, s.status, s.task_id, s.office_id, s.proposed_on <= s.last_day, s.last_day
    from tasks.share s where s.status = 'done' and s.done_on > :today - 30
), shown as (
    select s.id, s.status, count(*) over (partition by s.status) as count, row_number() over (partition by s.status order by s.in_time, s.last_day, s.id) as n
    from running s
    join tasks.task t on t.id = s.task_id
    where (:which = 'mine' and s.office_id = any (:mine) or :which = 'issued' and t.office_id = any (:issuing)) and (:directive::int is null or t.directive_id = :directive)
)
select status, count, id from shown where n <= :most order by status, n
