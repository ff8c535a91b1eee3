-- Which of the incoming figures may not be recorded, and why?
with scope as materialized (
    select access.ints('bamcoso.w_nation') as nations, access.ints('bamcoso.w_homes') as homes, access.bigints('bamcoso.w_places') as places
), known as materialized (
    select distinct on (place_id) place_id, level, home, full_name from territory.pub_place order by place_id, valid_from desc
), days as materialized (
    select id, ends_on from figures.period where id in (select distinct period_id from incoming)
), alive as materialized (
    select d.id as period_id, d.ends_on, s.place_id, s.kind from days d join territory.pub_place s on s.valid_from <= d.ends_on and d.ends_on < s.valid_to
), cells as (
    select n.indicator_id, n.breakdown, n.period_id, n.place_id from incoming n
    group by n.indicator_id, n.breakdown, n.period_id, n.place_id having count(*) > 1
), judged as (
    select n.row_no, n.indicator_id, n.breakdown, n.period_id, n.place_id, i.code, d.ends_on, k.full_name,
           figures.fault(i, k.level, k.home, n.place_id, a.kind, n.value, :undecided_open,
               (select nations from scope), (select homes from scope), (select places from scope)) as problem
    from incoming n
    join figures.indicator i on i.id = n.indicator_id
    join days d on d.id = n.period_id
    left join known k on k.place_id = n.place_id
    left join alive a on a.place_id = n.place_id and a.period_id = n.period_id
)
select row_no, problem, code as indicator, full_name as place, ends_on as day from judged where problem is not null
union all
select j.row_no, 'twice', j.code, j.full_name, j.ends_on from judged j join cells using (indicator_id, breakdown, period_id, place_id)
order by row_no
limit :limit
