-- Which offices have a share in this directive, and has each issued its implementing plan?
with owing as (
    select distinct s.office_id from tasks.task t join tasks.share s on s.task_id = t.id and s.body_id is null and s.status not in ('withdrawn', 'merged')
    where t.directive_id = :directive and t.status = 'issued' and s.office_id <> t.office_id
), stands as (
    select o.office_id, p.paper_id, coalesce(p.number, case when x.number is not null then x.number || '/' || x.symbol end) as number, coalesce(p.issued_on, x.dated) as issued_on,
           case when p.number is not null or x.step = 'ISSUED' then 'issued' when p.paper_id is not null then 'drafted' else 'none' end as state
    from owing o
    left join tasks.plan p on p.directive_id = :directive and p.office_id = o.office_id
    left join papers.pub_paper x on x.id = p.paper_id
)
select s.office_id as office, n.name, s.state, s.paper_id as paper, s.number, s.issued_on, case when :due::date is null then 0 else greatest(0, coalesce(case when s.state = 'issued' then s.issued_on end, :today) - :due::date) end as late, s.office_id = any (:mine) as mine
from stands s
cross join lateral (select p.name, p.kind from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) n
order by s.state = 'issued', s.office_id = any (:mine) desc, s.state = 'drafted', n.kind, n.name collate "vi-x-icu"
