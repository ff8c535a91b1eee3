-- How many shares stood in each of the four books on a day, as known at a moment, by directive?
with stood as (
    select s.task_id, count(*) filter (where s.done and not s.late) as done, count(*) filter (where s.done and s.late) as done_late,
           count(*) filter (where not s.done and not s.late) as open, count(*) filter (where not s.done and s.late) as open_late, greatest(max(s.days), 0) as latest
    from tasks.stood(:on, :known, :directive, :office, :issuer) s
    group by 1
)
select coalesce(t.directive_id, 0) as key, sum(s.done) as done, sum(s.done_late) as done_late, sum(s.open) as open, sum(s.open_late) as open_late, max(s.latest) as latest
from stood s join tasks.task t on t.id = s.task_id
group by 1
order by open_late desc, latest desc, open desc, key
