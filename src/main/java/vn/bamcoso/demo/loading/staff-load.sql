-- Which office is meant by the commune's own (C), its district's (D), its province's (P), before and since 1 July 2025?
create temp table staff_home on commit drop as
select old.home, e.since, o.office_id
from (values (date '2024-12-31', date '-infinity'), (date '2025-07-01', date '2025-07-01')) e(day, since)
join territory.pub_place old on old.level = 'province' and old.valid_from <= '2024-12-31' and '2024-12-31' < old.valid_to
join territory.pub_reach r on r.vintage_id = territory.vintage_of(e.day) and r.place_id = old.place_id and r.level = 'province'
join territory.pub_office o on o.kind = 'provincial' and o.place_id = r.ancestor_id and o.valid_from <= e.day and e.day < o.valid_to;
create temp table staff_site on commit drop as
select 'C'::"char" as site, place_id, date '-infinity' as since, min(office_id) as office_id
from territory.pub_office where kind in ('commune', 'police_post') and place_id is not null group by place_id;
insert into staff_site
select distinct on (c.place_id) 'D'::"char", c.place_id, date '-infinity', coalesce(d.office_id, h.office_id)
from territory.pub_place c
left join territory.pub_office d on d.place_id = c.parent_id and d.kind = 'district'
join staff_home h on h.home = c.home and h.since = '-infinity'
where c.level = 'commune' order by c.place_id, d.office_id is null, c.valid_from;
insert into staff_site
select 'P'::"char", c.place_id, h.since, h.office_id from (select distinct place_id, home from territory.pub_place where level = 'commune') c join staff_home h using (home);
analyze staff_site, staff_step, staff_officer;
create temp table staff_full on commit drop as
select s.no, s.title_id, s.valid_from, s.valid_to, s.reason, o.id as office_id, o.of_place as place_id, p.home, w.office_id as source_office_id
from staff_step s
join staff_site t on t.site = s.site and t.place_id = s.place_id and t.since = case when s.site = 'P' and s.valid_from >= '2025-07-01' then date '2025-07-01' else '-infinity' end
join territory.office o on o.id = t.office_id
join territory.place p on p.id = o.of_place
left join staff_site w on w.site = s.source and w.place_id = s.source_place and w.since = case when s.source = 'P' and s.valid_from > '2025-07-01' then date '2025-07-01' else '-infinity' end;
analyze staff_full;
create temp table staff_person on commit drop as table staff_officer;
drop table staff_officer;
create temp table staff_graduate on commit drop as
select f.no, f.office_id, f.valid_from, o.of_place as place_id, q.home, extract(year from f.valid_from)::int as year,
       case when p.education in ('dai_hoc', 'sau_dai_hoc') then (array['Học viện An ninh nhân dân', 'Học viện Cảnh sát nhân dân'])[1 + f.no % 2] else (array['Trường Cao đẳng An ninh nhân dân I', 'Trường Cao đẳng Cảnh sát nhân dân I'])[1 + f.no % 2] end as academy
from staff_full f join staff_person p using (no)
join staff_home h on h.home = f.home and h.since = case when f.valid_from >= '2025-07-01' then date '2025-07-01' else '-infinity' end
join territory.office o on o.id = h.office_id join territory.place q on q.id = o.of_place
where f.reason = 'intake' and f.valid_from >= '2018-10-01';
insert into staffing.intake (academy, decision, decided_on, people, recorded_by, recorded_at, home, place_id)
select academy, (100 + abs(hashint4(place_id * 10 + year)) % 800) || '/QĐ-X01 (minh họa)', min(valid_from) - 7, count(*), 0, (min(valid_from) - 6)::timestamp at time zone 'Asia/Ho_Chi_Minh', home, place_id
from staff_graduate group by academy, year, home, place_id order by year, home, academy;
create temp table staff_officer on commit drop as
select o.number, o.name, o.birth_year, o.sex, o.ethnic_group, o.rank, o.education, case when o.party_since < current_date then o.party_since end as party_since, o.home_commune, o.entered_on, o.left_on, o.left_reason, i.id as intake_id, f.home, f.place_id
from staff_person o
join (select distinct on (no) no, home, place_id from staff_full order by no, valid_from desc) f using (no)
left join staff_graduate g using (no)
left join staffing.intake i on i.academy = g.academy and i.place_id = g.place_id and extract(year from i.decided_on + 7) = g.year order by o.no;
grant select on staff_officer to public;
select staffing.load('officer');
create temp table staff_known on commit drop as select o.no, f.id from staff_person o join staffing.officer f using (number);
analyze staff_known;
-- Who was of which rank before? Promotions are spread evenly over the years of service; those before the programme are left out.
create temp table staff_officer_before on commit drop as
select s.id as officer_id, 'rank' as attribute, s.value, coalesce(lag(s.ended) over (partition by s.id order by s.ended), '-infinity') as valid_from, s.ended as valid_to, s.ended::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_from
from (select k.id, r.ranks[n] as value, p.entered_on + (least(p.left_on, current_date) - p.entered_on) * n / array_position(r.ranks, p.rank) as ended
      from staff_person p join staff_known k using (no)
      cross join (values (array['thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy', 'thieu_ta', 'trung_ta', 'thuong_ta', 'dai_ta'])) r(ranks)
      cross join lateral generate_series(1, array_position(r.ranks, p.rank) - 1) n) s
where s.ended > '2018-01-01' order by s.id, s.ended;
insert into staff_officer_before
select k.id, 'education', 'dai_hoc', '-infinity', s.ended, s.ended::timestamp at time zone 'Asia/Ho_Chi_Minh'
from staff_person p join staff_known k using (no) cross join lateral (select p.entered_on + (least(p.left_on, current_date) - p.entered_on) / 2 as ended) s
where p.education = 'sau_dai_hoc' and s.ended > greatest(p.entered_on, '2018-01-01') order by k.id;
grant select on staff_officer_before to public;
select staffing.load('officer_before');
create temp table staff_posting on commit drop as
select k.id as officer_id, f.office_id, f.title_id, 'full' as kind, f.valid_from, f.valid_to, f.reason,
       case when f.reason <> 'intake' then (1 + abs(hashint4(f.office_id + extract(doy from f.valid_from)::int)) % 900) || '/QĐ-CAT' end as decision,
       case when f.reason <> 'intake' then f.valid_from - 7 end as decided_on, f.source_office_id, 0 as recorded_by, (f.valid_from - 6)::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_from, f.home, f.place_id
from staff_full f join staff_known k using (no)
union all
select k.id, f.office_id, (case when f.title_id = 1 then 51 when abs(hashint4(k.id)) % 2 = 0 then 52 else 53 end)::smallint, 'concurrent', f.valid_from + 90, f.valid_to, 'elected', null, null, null, 0,
       (f.valid_from + 90)::timestamp at time zone 'Asia/Ho_Chi_Minh', f.home, f.place_id
from staff_full f join staff_known k using (no)
where f.title_id <= 3 and f.valid_from between '2018-10-01' and current_date - 120 and f.valid_to > f.valid_from + 200
  and abs(hashint4(k.id * 7)) % 100 < case when f.title_id = 1 then 45 else 3 end;
grant select on staff_posting to public;
select staffing.load('posting');
-- Who took the place of an officer that went from the same office to a commune within 90 days? Twenty pairs in each province, their checklists done.
create temp table staff_pair on commit drop as
select * from (select p.*, row_number() over (partition by home order by abs(hashint4(no))) as nth
               from (select distinct on (no) no, replaced, valid_from, home
                     from (select distinct on (w.no) g.no, w.no as replaced, g.valid_from, g.home from staff_graduate g
                           join staff_full w on w.source_office_id = g.office_id and w.reason = 'programme' and w.title_id <= 3 and w.no <> g.no and w.valid_from between g.valid_from - 7 and g.valid_from + 90
                           order by w.no, hashint4(g.no # w.no)) c order by no, replaced) p) n where nth <= 20;
insert into staffing.move (officer_id, what, posting_id, effective, decision, decided_on, reason, replaces_id, made_by, made_at, home, place_id)
select k.id, 'transfer', p.id, a.valid_from, (1 + abs(hashint4(k.id)) % 900) || '/QĐ-CAT', a.valid_from - 7, 'Bổ sung cho đơn vị có cán bộ tăng cường về Công an cấp xã', r.id, 0,
       (a.valid_from - 6)::timestamp at time zone 'Asia/Ho_Chi_Minh', p.home, p.place_id
from staff_pair a join staff_known k on k.no = a.no join staff_known r on r.no = a.replaced join staffing.posting p on p.officer_id = k.id and p.valid_from = a.valid_from and p.kind = 'full' order by a.valid_from, k.id;
insert into staffing.move_check (move_id, item, done_on, document, done_by, done_at)
select m.id, v.item, m.effective - v.before, case v.item when 'decision' then m.decision end, 0, m.made_at
from staffing.move m cross join (values ('decision', 7), ('retraining', 3), ('hand_over', 0), ('account', 0), ('accommodation', 0)) v(item, before);
-- Who has come lately and waits for a post: the same graduates every time.
insert into staffing.intake (academy, decision, decided_on, people, recorded_by, recorded_at, home, place_id)
select 'Học viện Cảnh sát nhân dân', '915/QĐ-X01 (minh họa)', current_date - 20, 8, 0, (current_date - 19)::timestamp at time zone 'Asia/Ho_Chi_Minh', q.home, o.of_place
from (select distinct office_id from staff_home where since = '2025-07-01' and home in (8, 31, 51)) h join territory.office o on o.id = h.office_id join territory.place q on q.id = o.of_place;
insert into staffing.officer (number, name, birth_year, sex, ethnic_group, rank, education, entered_on, intake_id, home, place_id)
select lpad(i.home::text, 3, '0') || '-9000' || n, (array['Nguyễn Minh Hải', 'Trần Thị Thảo', 'Lê Quang Huy', 'Phạm Ngọc Sơn', 'Hoàng Thu Hà', 'Vũ Trung Kiên', 'Đặng Anh Tuấn', 'Bùi Thị Mai'])[n],
       extract(year from i.decided_on)::int - 22, case when n in (2, 5, 8) then 'f' else 'm' end, 'Kinh', 'thieu_uy', 'dai_hoc', i.decided_on + 10, i.id, i.home, i.place_id
from staffing.intake i cross join generate_series(1, 8) n where i.decided_on = current_date - 20 and i.people = 8 and i.decision = '915/QĐ-X01 (minh họa)';
insert into staffing.skill (officer_id, kind, name, level, noted_on)
select k.id, 'language', o.language, (array['A', 'B', 'C'])[o.level], o.entered_on + 700 from staff_person o join staff_known k using (no) where o.language is not null;
insert into staffing.skill (officer_id, kind, name, level, expires, noted_on)
select k.id, 'competence', 'Nghiệp vụ Công an xã', 'Chứng chỉ', date '2026-06-30' + (k.id % 1500), date '2021-06-30' + (k.id % 1500)
from staff_person o join staff_known k using (no) where abs(hashint4(k.id * 3)) % 10 < 4 and date '2021-06-30' + (k.id % 1500) < current_date;
create temp table staff_post on commit drop as
select a.office_id, t.title_id, t.number, c.least, c.id as composition_id, greatest(e.since, a.valid_from) as valid_from, least(e.until, a.valid_to) as valid_to, e.decision, e.decided as decided_on, 0 as set_by,
       e.decided::timestamp at time zone 'Asia/Ho_Chi_Minh' as set_at, p.home, a.place_id
from (select o.id as office_id, o.of_place as place_id, min(s.valid_from) as valid_from, max(s.valid_to) as valid_to
      from territory.office o join territory.place_state s on s.place_id = o.of_place
      where o.kind in ('commune', 'police_post') and exists (select from staff_home h join territory.place q on q.home = h.home where q.id = o.of_place)
      group by o.id, o.of_place) a
join territory.place p on p.id = a.place_id and p.home in (select distinct home from staff_full)
cross join (values (date '2018-10-01', date '2025-03-01', '106/ĐA-BCA', date '2018-09-20', 1), ('2025-03-01', '2025-07-01', '112/QĐ-BCA', '2025-02-20', 2), ('2025-07-01', 'infinity', '388/QĐ-BCA', '2025-06-22', 3))
    e(since, until, decision, decided, era)
join staffing.composition c on c.code = case when e.era = 2 then '1+2+9' when e.era = 3 then case when p.home in (1, 79) then '1+3+51' else '1+3+31' end
     when exists (select from staff_key k where k.place_id = a.place_id)
       or exists (select from territory.place_state w where w.place_id = a.place_id and w.kind = 'phuong' and w.valid_from < '2021-07-01') then '1+2+5' else '1+1+3' end
join staffing.composition_part t on t.composition_id = c.id
where greatest(e.since, a.valid_from) < least(e.until, a.valid_to);
grant select on staff_post to public;
select staffing.load('post');
insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id)
select h.office_id, (sum(s.number) * 1.02)::int, '2025-07-01', 'infinity', '388/QĐ-BCA', '2025-06-22', 0, q.home, o.of_place
from staffing.post s join staff_home h on h.home = s.home and h.since = '2025-07-01' join territory.office o on o.id = h.office_id join territory.place q on q.id = o.of_place
where s.valid_to = 'infinity' group by h.office_id, q.home, o.of_place;
insert into staffing.ceiling (office_id, number, valid_from, valid_to, decision, decided_on, set_by, home, place_id)
select m.office_id, ceil(sum(c.number) * 1.01 / 100)::int * 100, '2025-07-01', 'infinity', '388/QĐ-BCA', '2025-06-22', 0, 0, m.place_id
from staffing.ceiling c join territory.pub_office m on m.kind = 'ministry' group by m.office_id, m.place_id;
update staffing.officer set user_id = u.user_id, name = replace(u.name, ' (minh họa)', '')
from (select distinct on (u.user_id) u.user_id, u.name, p.officer_id from identity.pub_user u
      join (values ('truong.dongvan', 'C00721@2025-07-01', 1), ('pho.dongvan', 'C00721@2025-07-01', 2), ('tonghop.dongvan', 'C00721@2025-07-01', 3),
                   ('truong.haiduong', 'C10525@2025-07-01', 1), ('truong.mangden', 'C23473@2025-07-01', 1)) v(login, place, title) on v.login = u.login
      join territory.pub_place t on t.key = v.place join staffing.posting p on p.place_id = t.place_id and p.title_id = v.title and p.kind = 'full' and p.valid_to = 'infinity'
      order by u.user_id, p.officer_id) u where u.officer_id = officer.id;
select staffing.take_stock()
