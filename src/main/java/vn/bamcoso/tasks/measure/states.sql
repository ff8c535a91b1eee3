-- How many shares stood in one of the four books on a day, as known at a moment, of one field or of all, at the places that the answering offices serve on that day?
with counted as (
    select s.place_id, count(*) filter (where case :what when 'done' then s.done and not s.late when 'done_late' then s.done and s.late when 'open' then not s.done and not s.late else not s.done and s.late end) as value
    from tasks.stood(:on, :known, null, null, null) s
    where case when s.role like 'commune%' then 'commune' when s.role like 'provincial%' then 'province' else 'nation' end = :level
      and (:field::text is null or s.field = (select f.id from access.field f where f.code = :field))
    group by s.place_id
)
select r.ancestor_id as place_id, sum(c.value) as value
from counted c
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = c.place_id and r.level = :level
where :place::int is null or r.ancestor_id = :place
group by r.ancestor_id
