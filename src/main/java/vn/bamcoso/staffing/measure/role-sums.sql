-- How many roles beside a post, of titles of these codes, are held on a day in each province of the 63, as known now?
select p.home, count(*)::int as n
from staffing.posting p
where p.kind = 'concurrent' and p.title_id in (select t.id from staffing.title t where t.code like any (:codes::text[])) and p.valid_from <= :on and p.valid_to > :on
group by p.home
