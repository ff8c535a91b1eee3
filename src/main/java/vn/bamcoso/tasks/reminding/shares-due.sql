-- Which shares are still worked on and have one of these last days?
insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
select :code, s.id::text, s.task_id::text, s.office_id, s.role, t.office_id, s.last_day, t.issued_on, t.title, t.title, '/tasks/shares/' || s.id, '/tasks/' || s.task_id || '?book=open_late',
       s.field, s.home, s.place_id
from tasks.share s
join tasks.task t on t.id = s.task_id and t.status = 'issued'
where s.status in ('assigned', 'working', 'blocked') and s.last_day in (:days)
