-- How many key tasks of the ministry were issued within the period, as known at a moment?
select t.place_id, count(*) as value
from tasks.task t
where t.kind = 'key' and t.share_id is null and t.home = 0 and t.status <> 'draft' and t.issued_on <= :on and (:from::date is null or t.issued_on >= :from)
  and (:known::timestamptz is null or t.issued_at <= :known) and (:place::int is null or t.place_id = :place) and :what = 'key_tasks' and :level = 'nation'
group by t.place_id
