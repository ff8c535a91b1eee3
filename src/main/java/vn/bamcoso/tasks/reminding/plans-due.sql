-- Which offices owe an implementing plan by one of these days and have issued none?
insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
select distinct on (c.directive_id, s.office_id) :code, c.directive_id || ':' || s.office_id, c.directive_id::text, s.office_id, s.role, d.office_id, c.due, (c.called_at at time zone 'Asia/Ho_Chi_Minh')::date,
       'ban hành kế hoạch thực hiện ' || d.number, 'issue the implementing plan for ' || d.number, '/directives/' || d.id || '/plans', '/directives/' || d.id || '/plans', s.field, s.home, s.place_id
from tasks.plan_call c
join tasks.directive d on d.id = c.directive_id
join tasks.task t on t.directive_id = d.id and t.status = 'issued'
join tasks.share s on s.task_id = t.id and s.body_id is null and s.status not in ('withdrawn', 'merged') and s.office_id <> t.office_id
left join tasks.plan p on p.directive_id = d.id and p.office_id = s.office_id
left join papers.pub_paper x on x.id = p.paper_id
where c.due in (:days) and p.number is null and coalesce(x.step <> 'ISSUED', true)
order by c.directive_id, s.office_id, s.id
