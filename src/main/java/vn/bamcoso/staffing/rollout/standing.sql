-- Where does a programme stand on a day: places, those that reached the goal, those overdue, those of the last days, the last of all?
with holding as (
    select distinct on (place_id) place_id, planned_on from staffing.place_plan
    where programme_id = :programme and decided_on <= :on order by place_id, decided_on desc, id desc)
select count(*)::int as places, count(s.valid_from)::int as done, (count(*) filter (where s.valid_from is null and h.planned_on < :on))::int as late,
       (count(*) filter (where s.valid_from > :since))::int as lately, max(s.valid_from) as last_reached
from holding h
left join staffing.commune_strength s on s.place_id = h.place_id and s.most_before < :norm and s.officers >= :norm and s.valid_from <= :on
where h.planned_on is not null
