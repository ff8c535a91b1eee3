-- What are some places of a programme called, how many officers has each on a day, and what is ready there?
with said as (
    select distinct on (place_id, gate) place_id, gate, ready
    from staffing.gate_note where programme_id = :programme and place_id = any (:places) and holds_on <= :on order by place_id, gate, holds_on desc, id desc),
gates as (
    select place_id, bool_or(ready) filter (where gate = 'decision') as decision, bool_or(ready) filter (where gate = 'premises') as premises,
           bool_or(ready) filter (where gate = 'equipment') as equipment
    from said group by place_id)
select n.place_id, 'C' || n.code || '@' || least(n.valid_to - 1, :on) as key, n.full_name as name, n.kind, n.valid_to <= :on as ended, coalesce(s.officers, 0) as officers, g.decision, g.premises, g.equipment, c.kind as cell
from (select distinct on (place_id) place_id, code, full_name, kind, valid_to from territory.pub_place
      where place_id = any (:places) and valid_from <= :on order by place_id, valid_from desc) n
left join gates g using (place_id)
left join staffing.commune_strength s on s.place_id = n.place_id and s.year = staffing.year_of(:on) and s.valid_from <= :on and :on < s.valid_to
left join staffing.cell_state c on c.place_id = n.place_id and c.valid_from <= :on and :on < c.valid_to
