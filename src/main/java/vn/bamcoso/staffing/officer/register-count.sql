-- How many officers of an area does a text mean on a day?
select count(*)::int from staffing.officer o
where o.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within)
  and o.erased_at is null and (cast(:serving as boolean) is null or (o.left_on > :on) = :serving)
  and (:text = '' or o.number = :text or unaccent(lower(o.name)) like '%' || unaccent(lower(:text)) || '%')
