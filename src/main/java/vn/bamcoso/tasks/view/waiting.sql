-- What waits for a decision of these issuing offices: completion proposed, refused, an extension or a question?
select s.id from tasks.task t join tasks.share s on s.task_id = t.id
where t.office_id = any (:offices) and t.status = 'issued' and s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
  and (s.status in ('proposed', 'refused')
       or exists (select from tasks.extension e where e.share_id = s.id and e.granted is null)
       or exists (select from tasks.question q where q.share_id = s.id and q.answer is null and not exists (
                  select from identity.pub_holder h where h.user_id = q.asked_by and h.office_id = any (:offices))))
order by s.last_day, s.id limit :most
