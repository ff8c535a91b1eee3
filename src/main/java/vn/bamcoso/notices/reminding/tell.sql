-- What of all that falls due is at a stage that was not told to this post yet? It is remembered as told; of many things the first are named.
with stage as (
    select * from unnest(:days::date[], :stages::text[], :levels::int[], :tells::date[]) s(last_day, stage, level, tell_on)
), way as (
    select * from unnest(:owing::int[], :owing_roles::text[], :issuers::int[], :way_levels::int[], :offices::int[], :roles::text[], :vacants::boolean[])
                  w(owing, owing_role, issuer_id, level, office_id, role, vacant)
), told as (
    insert into notices.told (code, ref, last_day, stage, office_id, role, vacant, told_at, field, home, place_id)
    select f.code, f.ref, f.last_day, s.stage, w.office_id, w.role, w.vacant, :at, f.field, f.home, f.place_id
    from falling_due f
    join stage s on s.last_day = f.last_day
    join way w on w.owing = f.office_id and w.owing_role is not distinct from f.role and w.issuer_id is not distinct from f.issuer_id and w.level = s.level
    where s.stage not like 'before%' or f.since <= s.tell_on
    order by f.code, f.ref, f.last_day, s.stage
    on conflict do nothing
    returning code, ref, last_day, stage, office_id, role, vacant
), heard as (
    -- A post hears of its own things one by one, a superior of a task as one.
    select t.*, f.topic, f.name_vi, f.name_en, f.link, f.topic_link, f.office_id as owing, case when t.stage like 'up%' or t.vacant then f.topic else '' end as apart
    from told t join falling_due f on f.code = t.code and f.ref = t.ref and f.last_day = t.last_day
), counted as (
    select h.*, count(*) over one as things, row_number() over (one order by topic, ref) as n, dense_rank() over (one order by owing) as unit_n
    from heard h window one as (partition by office_id, role, code, stage, last_day, vacant, apart)
), limited as (
    select c.*, max(unit_n) over (partition by office_id, role, code, stage, last_day, vacant, apart) as units from counted c
)
select l.code, l.ref, l.last_day, l.stage, l.office_id, l.role, l.vacant, l.topic, l.name_vi, l.name_en, l.link, l.topic_link, coalesce(o.name, '') as unit, l.things, l.units
from limited l
left join lateral (select name from territory.pub_office p where p.office_id = l.owing order by p.valid_to desc limit 1) o on l.apart <> ''
where l.n <= :named
order by l.office_id, l.role, l.code, l.stage, l.topic, l.ref
