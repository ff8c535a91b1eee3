-- Which places does a programme take in, by when is each to reach the goal by the plan of a day and by the first plan, and when did it?
with plan as (
    select place_id, home, stage, planned_on, decided_on, id, first_value(planned_on) over (partition by place_id order by decided_on, id) as first_planned
    from staffing.place_plan where programme_id = :programme),
holding as (
    select distinct on (place_id) place_id, home, stage, planned_on, first_planned from plan where decided_on <= :on order by place_id, decided_on desc, id desc)
select h.place_id, h.home, h.stage, h.first_planned, h.planned_on, s.valid_from as reached
from holding h
left join staffing.commune_strength s on s.place_id = h.place_id and s.most_before < :norm and s.officers >= :norm and s.valid_from <= :on
where h.planned_on is not null
