-- Where do the incoming figures lie: which place on which last day, at which position of the key, alike with which others; and which cells do they fill?
create temporary table spots on commit drop as
with met as (
    select distinct period_id, place_id from incoming
), known as materialized (
    select distinct on (place_id) place_id, level, home, full_name from territory.pub_place order by place_id, valid_from desc
)
select m.period_id, t.ends_on, m.place_id, k.level, k.home, a.kind, coalesce(a.full_name, k.full_name) as full_name,
       (row_number() over (order by m.period_id, k.home, m.place_id))::int as nth,
       (dense_rank() over (order by k.level, k.home, a.kind))::int as alike
from met m
join figures.period t on t.id = m.period_id
left join known k on k.place_id = m.place_id
left join territory.pub_place a on a.place_id = m.place_id and a.valid_from <= t.ends_on and t.ends_on < a.valid_to;

create temporary table cells on commit drop as
select d.period_id, d.slice, c.at, c.indicator_id, c.breakdown, i.field, dense_rank() over (order by d.period_id, c.indicator_id) as nth
from (select distinct period_id, slice from incoming) d join incoming_column c on c.slice = d.slice join figures.indicator i on i.id = c.indicator_id;
analyze spots, cells
