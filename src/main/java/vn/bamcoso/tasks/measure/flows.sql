-- How many shares were given, or extended, within the period, as known at a moment, of one field or of all, at the places of the answering offices?
with happened as (
    select s.place_id, e.id
    from tasks.event e join tasks.share s on s.id = e.share_id
    where e.act = case :what when 'issued' then 'issued' else 'extension_granted' end and e.day <= :on and (:from::date is null or e.day >= :from) and (:known::timestamptz is null or e.at <= :known)
      and case when s.role like 'commune%' then 'commune' when s.role like 'provincial%' then 'province' else 'nation' end = :level
      and (:field::text is null or s.field = (select f.id from access.field f where f.code = :field))
)
select r.ancestor_id as place_id, count(*) as value
from happened h
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = h.place_id and r.level = :level
where :place::int is null or r.ancestor_id = :place
group by r.ancestor_id
