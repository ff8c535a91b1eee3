-- How many regular officers does each commune have on a day?
select p.place_id, count(*)::int as officers
from staffing.posting p
where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and :on < p.valid_to
group by p.place_id
