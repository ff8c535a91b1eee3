-- How many proposals were made or answered within the period, or stood without an answer on its last day, as known at a moment, of one field or of all, at the places of those who asked?
with asked as (
    select p.place_id, (p.made_at at time zone 'Asia/Ho_Chi_Minh')::date as made, case when :known::timestamptz is null or p.replied_at <= :known then (p.replied_at at time zone 'Asia/Ho_Chi_Minh')::date end as replied
    from tasks.proposal p
    join lateral (select o.kind from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) k on true
    where (:known::timestamptz is null or p.made_at <= :known) and case when k.kind in ('commune', 'police_post') then 'commune' when k.kind = 'provincial' then 'province' else 'nation' end = :level
      and (:field::text is null or p.field = (select f.id from access.field f where f.code = :field))
)
select r.ancestor_id as place_id, count(*) filter (where case :what when 'proposals' then a.made <= :on and (:from::date is null or a.made >= :from)
           when 'proposals_answered' then a.replied <= :on and (:from::date is null or a.replied >= :from) else a.made <= :on and (a.replied is null or a.replied > :on) end) as value
from asked a
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = a.place_id and r.level = :level
where a.made <= :on and (:place::int is null or r.ancestor_id = :place)
group by r.ancestor_id
