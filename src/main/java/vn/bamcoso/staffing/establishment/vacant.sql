-- Which posts of which title are vacant on a day, where, and since when? Chiefs first. (homes: provinces of the 63; title 0: all)
with vacant as (
    select s.place_id, s.home, t.title, case t.title when 1 then s.chief_posts when 2 then s.deputy_posts else s.member_posts end as posts,
           case t.title when 1 then s.chiefs when 2 then s.deputies else s.members end as held
    from staffing.strength s cross join (values (1), (2), (3)) t(title)
    where s.home = any (:homes::smallint[]) and s.year = staffing.year_of(:on) and s.valid_from <= :on and s.valid_to > :on and (:title = 0 or t.title = :title)
), counted as (
    select *, count(*) over () as total, sum(posts - held) over () as missing from vacant where posts > held order by title, posts - held desc, home, place_id limit 200 offset :from
)
select c.place_id, p.key, p.full_name, c.title, c.posts, c.held, c.total, c.missing,
       (select nullif(max(b.valid_to), 'infinity') from staffing.strength b where b.place_id = c.place_id and b.valid_to <= :on
        and case c.title when 1 then b.chief_posts <= b.chiefs when 2 then b.deputy_posts <= b.deputies else b.member_posts <= b.members end) as since
from counted c join territory.pub_place p on p.place_id = c.place_id and p.valid_from <= :on and :on < p.valid_to
order by c.title, c.posts - c.held desc, p.home, p.code
