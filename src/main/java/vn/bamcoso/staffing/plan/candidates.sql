-- Who serves within the area on the day, where, since when, and how many can that office give away?
with map as materialized (
    select territory.vintage_of(:day) as now, territory.vintage_of(date '2024-12-31') as before
), offices as materialized (
    select o.office_id, o.name, o.place_id
    from map join territory.pub_reach r on r.vintage_id = map.now and r.ancestor_id = :area
    join territory.pub_office o on o.place_id = r.place_id and o.valid_from <= :day and :day < o.valid_to and o.kind in ('commune', 'district', 'provincial')
), held as materialized (
    select s.officer_id, s.office_id, s.title_id, s.valid_from
    from offices join staffing.posting s using (office_id) where s.kind = 'full' and s.valid_from <= :day and :day < s.valid_to
), norm as (
    select p.office_id, max(p.least) as least from offices join staffing.post p using (office_id) where p.valid_from <= :day and :day < p.valid_to group by p.office_id
), giving as materialized (
    select o.office_id, o.name, o.place_id, h.n - coalesce(norm.least, 0) as spare
    from offices o join (select office_id, count(*) as n from held group by office_id) h using (office_id) left join norm using (office_id)
), people as materialized (
    select f.*, h.office_id, h.title_id, h.valid_from
    from held h join giving g using (office_id) join staffing.officer f on f.id = h.officer_id and f.left_on > :day
    where :everybody or g.spare > 0
), homes as materialized (
    select distinct home_commune as commune from people where home_commune is not null
), origin as materialized (
    select c.commune, p.home,
           (array_agg(r.ancestor_id order by r.share desc) filter (where r.vintage_id = map.now and r.level = 'commune'))[1] as commune_id,
           max(r.ancestor_id) filter (where r.vintage_id = map.now and r.level = 'province') as province_id,
           max(r.ancestor_id) filter (where r.vintage_id = map.before and r.level = 'district') as district_id
    from map, homes c
    join (select place_id, min(home) as home from territory.pub_place group by place_id) p on p.place_id = c.commune
    join territory.pub_reach r on r.place_id = c.commune
    where r.vintage_id in (map.now, map.before)
    group by c.commune, p.home
), speaking as materialized (
    select k.officer_id, string_agg(distinct k.name, ',') as languages
    from staffing.skill k where k.kind = 'language' and k.officer_id in (select id from people) group by k.officer_id
)
select f.id, f.number, f.name, f.birth_year, f.rank, f.education in ('dai_hoc', 'sau_dai_hoc') as degree, coalesce(f.party_since <= :day, false) as party,
       coalesce(o.commune_id, 0) as origin_commune, coalesce(o.district_id, 0) as origin_district, o.home as origin_home, coalesce(o.province_id, 0) as origin_province,
       g.office_id, g.name as office_name, g.place_id, g.spare, f.title_id, t.leads, f.valid_from as since, s.languages, f.education, f.party_since, f.entered_on,
       (select r.rating from staffing.rating r where r.officer_id = f.id order by r.year desc, r.noted_at desc limit 1) as rating
from people f
join giving g using (office_id)
join staffing.title t on t.id = f.title_id
left join origin o on o.commune = f.home_commune
left join speaking s on s.officer_id = f.id
order by f.number
