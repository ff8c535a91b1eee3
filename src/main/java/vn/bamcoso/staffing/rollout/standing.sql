-- Where does a programme stand on a day: places, those that reached the goal, those overdue, those of the last days, the last of all? Where a place was merged before it did, its successor does it for both.
with holding as materialized (
    select distinct on (place_id) place_id, planned_on from staffing.place_plan
    where programme_id = :programme and decided_on <= :on order by place_id, decided_on desc, id desc),
step as (
    select h.planned_on, case when s.valid_from is not null or a.place_id is not null then s.valid_from else (
           select greatest(t.valid_from, e.ended) from (select max(n.valid_to) as ended from territory.pub_standing n where n.place_id = h.place_id) e
           join territory.pub_reach r on r.vintage_id = (select v.id from territory.pub_vintage v where v.valid_from <= e.ended and e.ended < v.valid_to) and r.place_id = h.place_id and r.level = 'commune' and r.quality not in ('unknown', 'merged')
           join staffing.commune_strength t on t.place_id = r.ancestor_id and t.most_before < :norm and t.officers >= :norm and t.valid_from <= :on
           order by r.share desc limit 1) end as reached
    from holding h
    left join staffing.commune_strength s on s.place_id = h.place_id and s.most_before < :norm and s.officers >= :norm and s.valid_from <= :on
    left join territory.pub_standing a on a.place_id = h.place_id and a.level = 'commune' and a.valid_from <= :on and :on < a.valid_to
    where h.planned_on is not null offset 0)
select count(*)::int as places, count(reached)::int as done, (count(*) filter (where reached is null and planned_on < :on))::int as late,
       (count(*) filter (where reached > :since))::int as lately, max(reached) as last_reached
from step
