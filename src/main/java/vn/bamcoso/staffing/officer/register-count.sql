-- How many officers of an area does a text mean on a day? (homes: provinces of the 63 that the area is made of; null: it is a smaller one)
select count(*)::int from staffing.officer o
where (cast(:homes as smallint[]) is null or o.home = any (:homes))
  and (cast(:homes as smallint[]) is not null or o.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within))
  and o.erased_at is null and (cast(:serving as boolean) is null or (o.left_on > :on) = :serving)
  and (:text = '' or o.number = :text or unaccent(lower(o.name)) like '%' || unaccent(lower(:text)) || '%')
