-- Which shares are these, with their office, their issuer and who answers for them today? Red ones first.
select s.id, s.task_id, s.turn, t.title, d.number as directive, i.name as issuer, s.office_id, o.name as office, b.name as body, s.role, h.name as holder, s.status, s.due, s.last_day, case when s.status <> 'done' and cut.shares > 0 then cut.percent else s.percent end as percent,
       s.proposed_on, s.done_on, s.blocked_by, s.cause, s.extensions, exists (select from tasks.extension e where e.share_id = s.id and e.granted is null) as waits, t.deliverable, cut.shares as cut_shares, cut.done as cut_done, cut.late as cut_late
from tasks.share s
join tasks.task t on t.id = s.task_id
left join tasks.directive d on d.id = t.directive_id
left join tasks.body b on b.id = s.body_id
cross join lateral (select name from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) o
cross join lateral (select name from territory.pub_office p where p.office_id = t.office_id order by p.valid_from desc limit 1) i
left join lateral (select name from identity.pub_holder p where p.office_id = s.office_id and p.role = s.role and (p.field is null or p.field = s.field) and p.valid_from <= :today and :today < p.valid_to
                   order by p.valid_from limit 1) h on true
cross join lateral (select count(*) as shares, count(*) filter (where c.status = 'done') as done, count(*) filter (where c.status <> 'done' and coalesce(c.proposed_on, :today) > c.last_day) as late,
                           coalesce(avg(case c.status when 'done' then 100 else c.percent end), 0)::int as percent
                    from tasks.task k join tasks.share c on c.task_id = k.id and c.status not in ('withdrawn', 'merged') where k.share_id = s.id and k.status = 'issued') cut
where s.id = any (:ids)
order by s.status in ('done', 'withdrawn', 'merged'), coalesce(s.proposed_on, :today) <= s.last_day, s.last_day, t.number, o.name, s.id
