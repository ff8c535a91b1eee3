-- How many holders of full posts in the communes of an area have each value of an attribute on a day?
select case :by when 'sex' then o.sex when 'rank' then o.rank when 'ethnic' then o.ethnic_group
       else case when o.party_since <= :on then 'member' else 'none' end end as value, count(*)::int as n
from staffing.posting p
join staffing.officer o on o.id = p.officer_id
where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and p.valid_to > :on
  and p.place_id in (select w.place_id from territory.pub_reach w where w.vintage_id = (select territory.vintage_of(:map)) and w.ancestor_id = :within)
group by 1 order by 2 desc, 1
