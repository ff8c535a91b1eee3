-- How do the shares of these tasks stand today, by office; when the whole country is shown, all of a province of today under its office?
with counted as (
    select s.task_id, case when :national then s.home else 0::smallint end as home, case when :national and s.home <> 0 then 0 else s.office_id end as office_id,
           count(*) as shares, count(s.done_on) as done, count(*) filter (where s.done_on is null and coalesce(s.proposed_on, :today) > s.last_day) as late, bool_or(s.done_on is not null and s.proposed_on > s.last_day) as done_late, min(s.id) as share
    from tasks.share s
    where s.task_id = any (:tasks) and s.status not in ('withdrawn', 'merged')
    group by 1, 2, 3
), province as (
    select distinct p.home, o.office_id, o.name
    from territory.pub_place p
    join territory.pub_reach r on r.vintage_id = territory.vintage_of(:today) and r.place_id = p.place_id and r.level = 'province'
    join territory.pub_office o on o.place_id = r.ancestor_id and o.kind = 'provincial' and o.valid_from <= :today and :today < o.valid_to
    where :national and p.level = 'province'
), shown as (
    select c.task_id, coalesce(v.office_id, c.office_id) as office_id, v.name, sum(c.shares)::int as shares, sum(c.done)::int as done, sum(c.late)::int as late, bool_or(c.done_late) as done_late, min(c.share) as share
    from counted c left join province v on v.home = c.home and c.office_id = 0
    group by 1, 2, 3
)
select s.task_id as task, s.office_id as office, coalesce(s.name, o.name) as name, s.shares, s.done, s.late,
       case when s.late > 0 then 'open_late' when s.done < s.shares then 'open' when s.done_late then 'done_late' else 'done' end as book, case s.shares when 1 then s.share else 0 end as share
from shown s
left join lateral (select name, kind from territory.pub_office p where p.office_id = s.office_id order by p.valid_from desc limit 1) o on s.name is null
order by coalesce(o.kind, 'provincial'), coalesce(s.name, o.name) collate "vi-x-icu"
