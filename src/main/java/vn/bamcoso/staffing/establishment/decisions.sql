-- By which decision and template was the establishment of each office of the area set that holds on a day? (homes: provinces of the 63)
select p.place_id, min(p.office_id) as office_id, min(p.decision) as decision, min(p.decided_on) as decided_on, min(p.valid_from) as since, min(c.code) as template, max(p.least) as least
from staffing.post p left join staffing.composition c on c.id = p.composition_id
where p.home = any (:homes::smallint[]) and p.valid_from <= :on and p.valid_to > :on
group by p.place_id
