-- Whose turn is it within the next months? Certificates that expire, chiefs who act too long, the age of service, roles and secondments that end. (homes: provinces of the 63)
with posted as (
    select p.officer_id, p.office_id, p.title_id, p.place_id from staffing.posting p
    where p.home = any (:homes::smallint[]) and p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :today and p.valid_to > :today
), due as (
    select 'competence' as what, c.officer_id, q.office_id, q.title_id, c.expires as day, c.name as note
    from staffing.skill c join posted q on q.officer_id = c.officer_id
    where c.kind = 'competence' and c.expires <= :until and c.expires > cast(:today as date) - 366
      and not exists (select from staffing.skill n where n.officer_id = c.officer_id and n.kind = 'competence' and n.name = c.name and n.noted_on > c.noted_on)
    union all
    select 'age', o.id, q.office_id, q.title_id, make_date(o.birth_year + a.age, 12, 31), a.age::text
    from posted q join staffing.officer o on o.id = q.officer_id join staffing.service_age a on a.rank = o.rank and a.sex = o.sex and a.valid_from <= :today and :today < a.valid_to
    where make_date(o.birth_year + a.age, 12, 31) <= :until
    union all
    select 'acting', p.officer_id, p.office_id, p.title_id, p.valid_from, null from staffing.posting p
    where p.home = any (:homes::smallint[]) and p.kind = 'acting' and p.valid_from <= :acting and p.valid_to > :today
    union all
    select 'role', p.officer_id, p.office_id, p.title_id, p.valid_to, p.kind from staffing.posting p
    where p.home = any (:homes::smallint[]) and p.kind in ('concurrent', 'seconded', 'reinforcement', 'acting') and p.valid_from <= :today and p.valid_to > :today and p.valid_to <= :until
), numbered as (
    select d.*, row_number() over (partition by d.what order by d.day, d.officer_id) as nth, count(*) over (partition by d.what)::int as total from due d
)
select n.what, n.officer_id, n.title_id, n.day, n.note, n.total, n.office_id,
       (select o.name from territory.pub_office o where o.office_id = n.office_id order by o.valid_from desc limit 1) as office
from numbered n where n.nth <= 100
order by n.what, n.nth
