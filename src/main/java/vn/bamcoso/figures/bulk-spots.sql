-- Where do the incoming figures lie: which place on which last day, and at which position of the key? Kept for the check and the insert.
create temporary table spots on commit drop as
with days as materialized (
    select id, ends_on from figures.period where id in (select distinct period_id from incoming)
), known as materialized (
    select distinct on (place_id) place_id, level, home, full_name from territory.pub_place order by place_id, valid_from desc
)
select d.id as period_id, d.ends_on, k.place_id, k.level, k.home, a.kind, coalesce(a.full_name, k.full_name) as full_name,
       (row_number() over (order by d.id, k.home, k.place_id))::int as nth
from days d cross join known k
left join territory.pub_place a on a.place_id = k.place_id and a.valid_from <= d.ends_on and d.ends_on < a.valid_to
