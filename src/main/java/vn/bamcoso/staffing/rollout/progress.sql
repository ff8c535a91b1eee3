-- Which places does a programme take in, what is planned for each as of a day, what is ready there, and when did each reach the goal?
with plan as (
    select distinct on (place_id) place_id, home, stage, planned_on
    from staffing.place_plan where programme_id = :programme and decided_on <= :on order by place_id, decided_on desc, id desc),
began as (
    select distinct on (place_id) place_id, planned_on from staffing.place_plan where programme_id = :programme order by place_id, decided_on, id),
move as (
    select place_id, valid_from as day, 1 as by from staffing.posting
    where kind = 'full' and title_id in (1, 2, 3) and place_id in (select place_id from plan) and valid_from <= :on and valid_from < valid_to
    union all
    select place_id, valid_to, -1 from staffing.posting
    where kind = 'full' and title_id in (1, 2, 3) and place_id in (select place_id from plan) and valid_to <= :on and valid_from < valid_to),
strength as (
    select place_id, day, sum(sum(by)) over (partition by place_id order by day) as n from move group by place_id, day),
goal as (
    select place_id, min(day) filter (where n >= :norm) as reached, (array_agg(n order by day desc))[1] as officers from strength group by place_id),
said as (
    select distinct on (place_id, gate) place_id, gate, ready
    from staffing.gate_note where programme_id = :programme and holds_on <= :on order by place_id, gate, holds_on desc, id desc),
gates as (
    select place_id, bool_or(ready) filter (where gate = 'decision') as decision, bool_or(ready) filter (where gate = 'premises') as premises,
           bool_or(ready) filter (where gate = 'equipment') as equipment
    from said group by place_id),
name as (
    select distinct on (place_id) place_id, key, full_name, kind, valid_to <= :on as ended
    from territory.pub_place where valid_from <= :on and place_id in (select place_id from plan) order by place_id, valid_from desc)
select p.place_id, n.key, n.full_name as name, n.kind, n.ended, p.home, p.stage, b.planned_on as first_planned, p.planned_on as planned, g.reached, coalesce(g.officers, 0) as officers,
       s.decision, s.premises, s.equipment, c.kind as cell
from plan p
join name n using (place_id)
join began b using (place_id)
left join goal g using (place_id)
left join gates s using (place_id)
left join staffing.cell_state c on c.place_id = p.place_id and c.valid_from <= :on and :on < c.valid_to
where p.planned_on is not null
order by p.stage, p.planned_on, n.key
