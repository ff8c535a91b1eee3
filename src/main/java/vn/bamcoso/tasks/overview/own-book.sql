-- In which of the four books stand the shares that this person answered for, and how many of their late days fell in the days of holding the post?
with held as (
    select office_id, role, field, valid_from, valid_to from identity.pub_holder where user_id = :user
), ran as (
    select s.id, s.status = 'done' as done, coalesce(s.proposed_on, :today) > s.last_day as late,
           sum(greatest(0, least(coalesce(s.proposed_on, :today), h.valid_to - 1) - greatest(s.last_day, h.valid_from - 1))) as days
    from held h
    join tasks.share s on s.office_id = h.office_id and s.role = h.role and (h.field is null or h.field = s.field) and s.body_id is null and s.status not in ('withdrawn', 'merged')
    join tasks.task t on t.id = s.task_id
    where t.issued_on < h.valid_to and coalesce(s.proposed_on, :today) >= h.valid_from
    group by s.id
)
select count(*) filter (where not done and late) as open_late, count(*) filter (where not done and not late) as open, count(*) filter (where done and late) as done_late, count(*) filter (where done and not late) as done,
       count(*) filter (where days > 0) as answers_for, coalesce(sum(days), 0) as days
from ran
