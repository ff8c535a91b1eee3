-- What does each post of this office answer for, and who holds it today?
select s.role, (select string_agg(distinct h.name, ', ') from identity.pub_holder h where h.office_id = :office and h.role = s.role and h.valid_from <= :today and :today < h.valid_to) as holders,
       count(*) as open, count(*) filter (where coalesce(s.proposed_on, :today) > s.last_day) as late, count(*) filter (where s.status = 'assigned') as waiting
from tasks.share s
where s.office_id = :office and s.body_id is null and s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
group by s.role order by late desc, open desc
