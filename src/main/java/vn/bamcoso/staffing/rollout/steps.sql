-- Which places does a programme take in, by when is each to reach the goal by the plan of a day and by the first plan, and when did it? Where a place was merged before it did, its successor does it for both.
with plan as (
    select place_id, home, stage, planned_on, decided_on, id, first_value(planned_on) over (partition by place_id order by decided_on, id) as first_planned
    from staffing.place_plan where programme_id = :programme),
holding as (
    select distinct on (place_id) place_id, home, stage, planned_on, first_planned from plan where decided_on <= :on order by place_id, decided_on desc, id desc)
select h.place_id, h.home, h.stage, h.first_planned, h.planned_on, case when s.valid_from is not null or a.place_id is not null then s.valid_from else (
           select greatest(t.valid_from, e.ended) from (select max(n.valid_to) as ended from territory.pub_standing n where n.place_id = h.place_id) e
           join territory.pub_reach r on r.vintage_id = (select v.id from territory.pub_vintage v where v.valid_from <= e.ended and e.ended < v.valid_to) and r.place_id = h.place_id and r.level = 'commune' and r.quality not in ('unknown', 'merged')
           join staffing.commune_strength t on t.place_id = r.ancestor_id and t.most_before < :norm and t.officers >= :norm and t.valid_from <= :on
           order by r.share desc limit 1) end as reached
from holding h
left join staffing.commune_strength s on s.place_id = h.place_id and s.most_before < :norm and s.officers >= :norm and s.valid_from <= :on
left join territory.pub_standing a on a.place_id = h.place_id and a.level = 'commune' and a.valid_from <= :on and :on < a.valid_to
where h.planned_on is not null
