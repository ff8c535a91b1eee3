-- Which shares of these offices, or of tasks that they issued, stand in which state, the most pressing of each state first?
with shown as (
    select s.id, s.status, count(*) over (partition by s.status) as count,
           row_number() over (partition by s.status order by coalesce(s.proposed_on, :today) <= s.last_day, s.last_day, s.id) as n
    from tasks.share s
    join tasks.task t on t.id = s.task_id
    where (:which = 'mine' and s.office_id = any (:mine) or :which = 'issued' and t.office_id = any (:issuing))
      and (:directive::int is null or t.directive_id = :directive)
      and s.status not in ('withdrawn', 'merged') and (s.status <> 'done' or s.done_on > :today - 30)
)
select status, count, id from shown where n <= :most order by status, n
