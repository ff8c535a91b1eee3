-- Whose turn is it within the next months? Certificates that expire, chiefs who act too long, the age of service, roles and secondments that end.
-- (homes: provinces of the 63; place: only this commune, 0: all; of each kind as many as are counted)
with competence as (
    -- day after day, so that it ends where enough are found
    select 'competence' as what, c.officer_id, q.office_id, q.title_id, c.expires as day, c.name as note
    from generate_series(cast(:today as date) - 365, cast(:until as date), interval '1 day') d(at)
    cross join lateral (
        -- of an area only the certificates of its officers are looked into further
        select s.* from staffing.skill s join staffing.officer o on o.id = s.officer_id and o.home = any (:homes::smallint[])
        where s.kind = 'competence' and s.expires = cast(d.at as date)
        offset 0) c
    join staffing.posting q on q.officer_id = c.officer_id and q.kind = 'full' and q.title_id in (1, 2, 3) and q.valid_from <= :today and q.valid_to > :today and (:place = 0 or q.place_id = :place)
    where not exists (select from staffing.skill n where n.officer_id = c.officer_id and n.kind = 'competence' and n.name = c.name and n.noted_on > c.noted_on)
    limit :counted + 1
), age as (
    select 'age', o.id, q.office_id, q.title_id, make_date(o.birth_year + a.age, 12, 31) as day, a.age::text
    from staffing.service_age a
    cross join lateral (
        select * from staffing.officer o
        where o.rank = a.rank and o.sex = a.sex and o.birth_year <= extract(year from cast(:until as date) + 1)::int - 1 - a.age and o.left_on > :today
          and o.home = any (:homes::smallint[])
        offset 0) o
    join staffing.posting q on q.officer_id = o.id and q.kind = 'full' and q.title_id in (1, 2, 3) and q.valid_from <= :today and q.valid_to > :today and (:place = 0 or q.place_id = :place)
    where a.valid_from <= :today and :today < a.valid_to
    order by day, o.id limit :counted + 1
), beside as (
    select case when p.kind = 'acting' and p.valid_from <= :acting then 'acting' end as acting, case when p.valid_to <= :until then 'role' end as role, p.*
    from staffing.posting p
    where p.home = any (:homes::smallint[]) and p.kind <> 'full' and p.valid_from <= :today and p.valid_to > :today and (p.valid_to <= :until or p.valid_from <= :acting) and (:place = 0 or p.place_id = :place)
), due as (
    select * from competence
    union all select * from age
    union all (select acting, officer_id, office_id, title_id, valid_from, null from beside where acting is not null order by valid_from, officer_id limit :counted + 1)
    union all (select role, officer_id, office_id, title_id, valid_to, kind from beside where role is not null order by valid_to, officer_id limit :counted + 1)
), numbered as (
    select d.*, row_number() over (partition by d.what order by d.day, d.officer_id) as nth, count(*) over (partition by d.what)::int as total from due d
)
select n.what, n.officer_id, n.title_id, n.day, n.note, n.total, n.office_id,
       (select o.name from territory.pub_office o where o.office_id = n.office_id order by o.valid_from desc limit 1) as office
from numbered n where n.nth <= :shown
order by n.what, n.nth
