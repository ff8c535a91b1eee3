-- Which posts are vacant on the day at commune offices within the area, and what is known of those offices?
with map as (
    select territory.vintage_of(:day) as now, territory.vintage_of(date '2024-12-31') as before
), offices as (
    select o.office_id, o.name, o.place_id, p.home, p.code,
           (select max(r.ancestor_id) from territory.pub_reach r, map where r.vintage_id = map.now and r.place_id = o.place_id and r.level = 'province') as province_id,
           (select max(r.ancestor_id) from territory.pub_reach r, map where r.vintage_id = map.before and r.place_id = o.place_id and r.level = 'district' and r.share = 1) as district_id
    from map, territory.pub_office o
    join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :day and :day < p.valid_to
    where o.kind = 'commune' and o.valid_from <= :day and :day < o.valid_to
      and exists (select from territory.pub_reach r where r.vintage_id = map.now and r.place_id = o.place_id and r.ancestor_id = :area)
), posts as (
    select p.office_id, p.title_id, p.number, max(p.least) over (partition by p.office_id) as least
    from staffing.post p join offices using (office_id) where p.valid_from <= :day and :day < p.valid_to
), held as (
    select s.office_id, s.title_id, f.birth_year / 10 as age,
           1000 + (array_position(array['thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy', 'thieu_ta', 'trung_ta', 'thuong_ta', 'dai_ta'], f.rank) - 1) / 2 as band
    from staffing.posting s join offices using (office_id) left join staffing.officer f on f.id = s.officer_id
    where s.kind = 'full' and s.valid_from <= :day and :day < s.valid_to
)
select o.office_id, o.name as office_name, o.place_id, o.code, coalesce(o.district_id, 0) as district_id, o.home, o.province_id, p.title_id, t.leads, p.number, p.least,
       (select count(*) from held h where h.office_id = o.office_id) as holders,
       (select count(*) from held h where h.office_id = o.office_id and h.title_id = p.title_id) as of_title,
       exists (select from held h join staffing.title l on l.id = h.title_id and l.leads where h.office_id = o.office_id) as headed,
       (select string_agg(a.age || ':' || a.n, ',') from (select h.age, count(*) as n from held h where h.office_id = o.office_id and h.age is not null group by h.age
            union all select h.band, count(*) from held h where h.office_id = o.office_id and h.band is not null group by h.band) a) as ages
from offices o join posts p using (office_id) join staffing.title t on t.id = p.title_id
where p.number > (select count(*) from held h where h.office_id = o.office_id and h.title_id = p.title_id)
order by o.office_id, p.title_id
