-- Which demonstration users stand for a commune or a province of today, and so in its reports since 1 July 2025?
select o.place_id, null as home, max(g.user_id) filter (where g.role = 'commune_clerk') as clerk, max(g.user_id) filter (where g.role = 'commune_chief') as chief, null as staff
from identity.user_grant g
join territory.pub_office o on o.office_id = g.office_id and o.kind = 'commune' and o.valid_to = 'infinity'
group by o.place_id
union all
select null, p.home, null, null, max(g.user_id)
from identity.user_grant g
join territory.pub_office o on o.office_id = g.office_id and o.kind = 'provincial' and o.valid_to = 'infinity'
join territory.pub_reach r on r.vintage_id = territory.vintage_of(date '2025-07-01') and r.ancestor_id = o.place_id
join (select distinct place_id, home from territory.pub_place where level = 'province') p on p.place_id = r.place_id
where g.role = 'provincial_staff'
group by p.home
