-- Which figures were recorded for this place of the map, or for what became it, and when were they known?
with of_place as (
    select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:map)) and r.ancestor_id = :place
), wanted as (
    select p.id, p.code, p.ends_on from figures.period p where p.ends_on between :from and :to
), fact as (
    select f.period_id, f.place_id, f.value, f.origin_id, f.known_from, null::timestamptz as known_to
    from figures.figure f
    where f.period_id in (select id from wanted) and f.indicator_id = :indicator and f.breakdown = :breakdown and f.place_id in (select place_id from of_place)
    union all
    select f.period_id, f.place_id, f.value, f.origin_id, f.known_from, f.known_to
    from figures.figure_past f
    where f.period_id in (select id from wanted) and f.indicator_id = :indicator and f.breakdown = :breakdown and f.place_id in (select place_id from of_place)
)
select w.code as period, s.full_name as place, fact.value, fact.known_from, fact.known_to,
       o.kind as origin_kind, o.ref as origin_ref, o.note, o.recorded_at, o.recorded_by, u.name as recorded_by_name
from fact
join wanted w on w.id = fact.period_id
join figures.origin o on o.id = fact.origin_id
left join territory.pub_place s on s.place_id = fact.place_id and s.valid_from <= w.ends_on and w.ends_on < s.valid_to
left join identity.pub_user u on u.user_id = o.recorded_by
order by w.ends_on desc, s.full_name, fact.known_from desc
limit 400
