-- To which Party cell do the police of each commune belong on a day? With :proposed only those of which the rule, by the officers' records, says something else. Wards only where something is known of them: the programme was not about them.
select n.place_id, 'C' || n.code || '@' || :on as key, n.full_name as name, n.kind as unit, n.home, r.ancestor_id as province, coalesce(s.officers, 0) as officers,
       c.kind, c.valid_from as since, coalesce(c.official, 0) as official, coalesce(c.probationary, 0) as probationary, coalesce(c.others, 0) as others, c.with_whom, coalesce(m.official, 0) as by_records, count(*) over ()::int as total
from territory.pub_place n
join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(:on)) and r.place_id = n.place_id and r.level = 'province'
left join staffing.commune_strength s on s.place_id = n.place_id and s.year = staffing.year_of(:on) and s.valid_from <= :on and :on < s.valid_to
left join staffing.cell_state c on c.place_id = n.place_id and c.valid_from <= :on and :on < c.valid_to
left join staffing.commune_members m on :proposed and m.place_id = n.place_id and m.valid_from <= :on and :on < m.valid_to
where n.level = 'commune' and n.valid_from <= :on and :on < n.valid_to and (:within = 0 or r.ancestor_id = :within or n.place_id = :within)
  and (c.id is not null or s.officers > 0 and n.kind <> 'phuong')
  and (not :proposed or case when c.kind = 'own' then coalesce(m.official, 0) < :least else coalesce(m.official, 0) >= :least end)
order by n.code limit :most
