-- Eight years of careers for the benchmark: 45,000 officers, each at four communes in turn, two years at each or until it is merged; five posts at every commune of each map.
select set_config('bamcoso.user', '0', true);

create temporary table site on commit drop as
select e.era, e.since, least(e.until, l.ended) as until, row_number() over (partition by e.era order by t.place_id) - 1 as nth, count(*) over (partition by e.era) as sites, o.office_id, t.place_id, t.home
from (values (1, date '2018-10-01', date '2020-10-01'), (2, '2020-10-01', '2022-10-01'), (3, '2022-10-01', '2025-07-01'), (4, '2025-07-01', 'infinity')) e(era, since, until)
join territory.pub_place t on t.level = 'commune' and t.valid_from <= e.since and e.since < t.valid_to
join territory.pub_office o on o.kind = 'commune' and o.place_id = t.place_id and o.valid_from <= e.since and e.since < o.valid_to
join (select place_id, max(valid_to) as ended from territory.pub_place group by place_id) l on l.place_id = t.place_id;

analyze site;

create temporary table staff_officer on commit drop as
select 'B' || lpad(g::text, 6, '0') as number, 'Nguyễn Văn ' || g as name, (1970 + g % 32)::smallint as birth_year, case when g % 7 = 0 then 'f' else 'm' end as sex,
       (array['Kinh', 'Kinh', 'Kinh', 'Tày', 'Mông'])[1 + g % 5] as ethnic_group, (array['thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy', 'thieu_ta', 'trung_ta', 'thuong_ta'])[1 + g % 7] as rank, 'dai_hoc' as education,
       case when g % 3 > 0 then date '2010-01-01' + g % 5000 end as party_since, date '2005-01-01' + g % 4000 as entered_on, s.home, s.place_id
from generate_series(1, 45000) g
join (select max(sites) as sites from site where era = 4) e on true
join site s on s.era = 4 and s.nth = g % e.sites;

grant select on staff_officer to public;

select staffing.load('officer');

create temporary table staff_posting on commit drop as
select o.id as officer_id, s.office_id, (case when (o.id * 31 + s.era * 17) % s.sites = s.nth and o.id <= s.sites then 1 when o.id % 5 = 1 then 2 else 3 end)::smallint as title_id, 'full' as kind, s.since as valid_from, s.until as valid_to,
       'transfer' as reason, '1/QĐ-CAT' as decision, s.since - 7 as decided_on, null::int as source_office_id, 0 as recorded_by, (s.since - 6)::timestamptz as known_from, s.home, s.place_id
from staffing.officer o
cross join (select distinct era, sites from site) e
join site s on s.era = e.era and s.nth = (o.id * 31 + e.era * 17) % e.sites;

grant select on staff_posting to public;

select staffing.load('posting');

create temporary table staff_post on commit drop as
select s.office_id, p.title_id, p.number, 5::smallint as least, p.composition_id, min(s.since) as valid_from, max(s.until) as valid_to, '106/ĐA-BCA' as decision, date '2018-09-20' as decided_on, 0 as set_by, timestamptz '2018-09-20' as set_at, s.home, s.place_id
from site s join staffing.composition c on c.code = '1+1+3' join staffing.composition_part p on p.composition_id = c.id
group by s.office_id, p.title_id, p.number, p.composition_id, s.home, s.place_id;

grant select on staff_post to public;

select staffing.load('post')
