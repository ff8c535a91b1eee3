-- Which of the incoming figures may not be recorded, and why?
with scope as materialized (
    select access.ints('bamcoso.w_nation') as nations, access.ints('bamcoso.w_homes') as homes, access.bigints('bamcoso.w_places') as places
), figures_in as (
    select n.row_no - 1 + row_number() over (partition by n.row_no order by v.at) as row_no, n.lot, n.period_id, n.place_id, c.indicator_id, c.breakdown, nullif(v.value, 'NaN') as value
    from incoming n cross join lateral unnest(n.vals) with ordinality v(value, at) join incoming_column c on c.slice = n.slice and c.at = v.at
    where v.value is not null
), judged as (
    select n.row_no, i.code, s.full_name, t.ends_on,
           case when count(*) over (partition by n.indicator_id, n.breakdown, n.period_id, n.place_id) > 1 then 'twice'
                when i.measured_from <= t.ends_on and i.measured_since <= l.known then 'measured'
                else figures.fault(i, s.level, s.home, n.place_id, s.kind, n.value, :undecided_open,
                    (select nations from scope), (select homes from scope), (select places from scope)) end as problem
    from figures_in n
    join incoming_lot l on l.lot = n.lot
    join figures.indicator i on i.id = n.indicator_id
    join figures.period t on t.id = n.period_id
    left join spots s on s.period_id = n.period_id and s.place_id = n.place_id
)
select row_no, problem, code as indicator, full_name as place, ends_on as day from judged where problem is not null
order by row_no
limit :limit
