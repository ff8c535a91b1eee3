-- In which province of a map does each province of the 63 lie?
select distinct on (p.home) p.home, r.ancestor_id
from territory.pub_place p
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:map) and r.place_id = p.place_id and r.level = 'province'
where p.level = 'province' and p.home > 0 and p.valid_from <= date '2024-12-31' and date '2024-12-31' < p.valid_to
order by p.home, r.share desc
