-- How many shares stood in each of the four books on a day, as known at a moment, by directive?
with stood as (
    select b.task_id as part, count(*) filter (where b.done) as done, count(*) filter (where b.done and b.stopped_on > b.last_day) as done_late,
           count(*) as total, count(*) filter (where not b.done and coalesce(b.stopped_on, :on) > b.last_day) as open_late, max(coalesce(b.stopped_on, :on) - b.last_day) as latest
    from tasks.book b
    where b.from_day <= :on and :on < b.to_day
      and (:known::timestamptz is null and b.known_to = 'infinity' or b.known_from <= :known and :known < b.known_to)
      and b.counts and (:office::int is null or b.office_id = :office)
      and (:chosen::boolean is false or b.task_id in (select t.id from tasks.task t where (:directive::int is null or t.directive_id = :directive) and (:issuer::int is null or t.office_id = :issuer)))
    group by 1
)
select coalesce(t.directive_id, 0) as key, sum(s.done - s.done_late)::int as done, sum(s.done_late)::int as done_late, sum(s.total - s.done - s.open_late)::int as open, sum(s.open_late)::int as open_late, greatest(max(s.latest), 0) as latest
from stood s join tasks.task t on t.id = s.part
group by 1
order by open_late desc, latest desc, open desc, key
