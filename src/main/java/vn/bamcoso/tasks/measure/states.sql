-- How many shares stood in one of the four books on a day, as known at a moment, at the places that the answering offices serve on that day?
with stood as (
    select b.place_id, count(*) as shares, count(*) filter (where case :what
               when 'done' then b.done and b.stopped_on <= b.last_day when 'done_late' then b.done and b.stopped_on > b.last_day
               when 'open' then not b.done and coalesce(b.stopped_on, :on) <= b.last_day else not b.done and coalesce(b.stopped_on, :on) > b.last_day end) as value
    from tasks.book b
    where b.from_day <= :on and :on < b.to_day and b.counts and :from::date is not distinct from :from::date
      and (:known::timestamptz is null and b.known_to = 'infinity' or b.known_from <= :known and :known < b.known_to)
      and case when b.role like 'commune%' then 'commune' when b.role like 'provincial%' then 'province' else 'nation' end = :level
    group by b.place_id
)
select r.ancestor_id as place_id, sum(s.value) as value
from stood s
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = s.place_id and r.level = :level
where :place::int is null or r.ancestor_id = :place
group by r.ancestor_id
