-- Which states do the tasks of registered documents have now that have not gone back? 04 once a task is issued, 05 once somebody works, 06 once all is done.
with shares as (
    select l.id as letter, count(*) as shares, count(*) filter (where s.status not in ('assigned', 'refused')) as begun, count(*) filter (where s.status = 'done') as done
    from tasks.exchange l
    join tasks.task t on t.directive_id = l.directive_id and t.status = 'issued'
    join tasks.share s on s.task_id = t.id and s.status not in ('withdrawn', 'merged')
    where l.kind = 'letter' and l.status = 'registered'
    group by l.id
), reached as (
    select letter, '04' as code from shares
    union all
    select letter, '05' from shares where begun > 0
    union all
    select letter, '06' from shares where done = shares
)
insert into tasks.exchange (direction, kind, status, file, partner, partner_name, document_id, number, notation, subject, code, letter_id, at, field, home, place_id)
select 'out', 'state', 'queued', '', l.partner, l.partner_name, l.document_id, l.number, l.notation, l.subject, r.code, l.id, :at, l.field, l.home, l.place_id
from reached r join tasks.exchange l on l.id = r.letter
where not exists (select from tasks.exchange o where o.direction = 'out' and o.letter_id = r.letter and o.code = r.code)
order by l.id, r.code
on conflict do nothing
