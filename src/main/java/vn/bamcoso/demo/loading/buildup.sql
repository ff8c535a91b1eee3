-- When did each commune police get its first officers?
create temp table first_officer on commit drop as
select place_id, min(home) as home, min(valid_from) as day from staffing.posting where kind = 'full' and title_id in (1, 2, 3) group by place_id;
analyze first_officer;
insert into staffing.programme (name_vi, name_en, goal, norm, begins_on, basis, basis_on, opened_by, opened_at, place_id)
select v.vi, v.en, v.goal, v.norm, v.begins::date, v.basis, v.basis_on::date, 0, now(), p.place_id
from (values ('Bố trí Công an chính quy ở xã, thị trấn trên toàn quốc', 'Regular police in communes and towns of the whole country', 'covered', 1, '2018-10-12', 'Nghị quyết số 22-NQ/TW của Bộ Chính trị', '2018-03-15', 'NVN@2021-07-01', 0),
             ('Thí điểm bố trí Công an chính quy đảm nhiệm chức danh Công an xã tại Kon Tum', 'Pilot of Kon Tum', 'covered', 1, '2018-10-12', 'Kế hoạch số 223/KH-BCA-V05', '2018-10-12', 'P62@2021-07-01', 62),
             ('Bố trí đủ 05 Công an chính quy ở mỗi xã, thị trấn của Hải Dương', 'Five regular officers in each commune and town of Hải Dương', 'filled', 5, '2019-07-01', 'Bài báo tháng 5/2021 về sơ kết: ba giai đoạn, xong trong tháng 10/2020', null, 'P30@2021-07-01', 30))
    v(vi, en, goal, norm, begins, basis, basis_on, place, home)
join territory.pub_place p on p.key = v.place
where v.home = 0 or exists (select from first_officer f where f.home = v.home);
insert into staffing.programme_stage (programme_id, number, kind, name_vi, name_en)
select p.id, v.number, v.kind, v.vi, v.en
from (values ('NVN@2021-07-01', 1, 'pilot', 'Thí điểm tại Kon Tum', 'Pilot in Kon Tum'), ('NVN@2021-07-01', 2, 'phase', 'Xã trọng điểm, phức tạp về an ninh, trật tự', 'Communes important for security'), ('NVN@2021-07-01', 3, 'phase', 'Các xã, thị trấn còn lại', 'All other communes and towns'),
             ('P62@2021-07-01', 1, 'before', '10 phường', '10 wards'), ('P62@2021-07-01', 2, 'phase', '6 thị trấn', '6 towns'), ('P62@2021-07-01', 3, 'phase', '32 xã trọng điểm, phức tạp về an ninh, trật tự', '32 key communes'), ('P62@2021-07-01', 4, 'pilot', '54 xã còn lại', '54 other communes'),
             ('P30@2021-07-01', 1, 'phase', 'Giai đoạn 1', 'Phase 1'), ('P30@2021-07-01', 2, 'phase', 'Giai đoạn 2', 'Phase 2'), ('P30@2021-07-01', 3, 'phase', 'Giai đoạn 3', 'Phase 3'))
    v(place, number, kind, vi, en)
join territory.pub_place t on t.key = v.place join staffing.programme p on p.place_id = t.place_id;
create temp table chosen on commit drop as
select p.id as programme_id, q.level, p.norm, c.place_id, c.home, c.kind, f.day,
       exists (select from staffing.post s join staffing.composition k on k.id = s.composition_id and k.for_class = 'key' where s.place_id = c.place_id and s.valid_from < '2019-07-01') as important
from staffing.programme p join territory.pub_place q on q.place_id = p.place_id and q.valid_from <= '2021-07-01' and '2021-07-01' < q.valid_to
join territory.pub_place c on c.level = 'commune' and (q.level = 'nation' or c.home = q.home)
 and c.valid_from <= case q.home when 62 then date '2018-12-31' else date '2021-04-23' end and case q.home when 62 then date '2018-12-31' else date '2021-04-23' end < c.valid_to
left join first_officer f on f.place_id = c.place_id
where (c.kind in ('xa', 'thi_tran') or q.home = 62) and exists (select from first_officer h where h.home = c.home);
insert into staffing.place_plan (programme_id, stage, planned_on, document, decided_on, set_by, set_at, home, place_id)
select programme_id, stage, case when level = 'nation' then (array['2019-06-30', '2019-12-31', '2021-12-31'])[stage]::date when home = 62 then (array['2018-10-31', '2018-12-31', '2018-12-31', '2019-06-30'])[stage]::date
                                 else (array['2020-01-31', '2020-05-31', '2020-10-31'])[stage]::date end,
       case when home = 62 or stage = 1 and level = 'nation' then 'Kế hoạch số 223/KH-BCA-V05 (mốc thời gian minh họa)' when level = 'nation' then 'Công văn số 3422/BCA-X01 (mốc thời gian minh họa)' else 'Kế hoạch của Công an tỉnh (minh họa)' end,
       case when level = 'nation' or home = 62 then date '2018-10-12' else date '2019-06-15' end, 0, now(), home, place_id
from (select c.*, case when level = 'nation' then case when home = 62 then 1 when important then 2 else 3 end
                       when home = 62 then case when kind = 'phuong' then 1 when kind = 'thi_tran' then 2 when important then 3 else 4 end
                       when day < '2019-09-01' then 1 when day < '2020-01-15' then 2 else 3 end as stage from chosen c) s order by programme_id, stage, place_id;
insert into staffing.place_plan (programme_id, stage, planned_on, document, decided_on, reason, set_by, set_at, home, place_id)
select l.programme_id, l.stage, v.planned::date, v.document, v.decided::date, v.reason, 0, now(), l.home, l.place_id
from staffing.place_plan l join chosen c on c.programme_id = l.programme_id and c.place_id = l.place_id
join (values ('province', 4, '2019-12-31', 'Kế hoạch điều chỉnh lần thứ nhất (minh họa)', '2019-07-05', 'Chưa đủ cán bộ đáp ứng tiêu chuẩn ở các xã còn lại'),
             ('province', 4, '2020-06-30', 'Kế hoạch điều chỉnh lần thứ hai (minh họa)', '2020-01-08', 'Chưa có trụ sở làm việc'),
             ('nation', 2, '2021-06-30', 'Nghị định số 42/2021/NĐ-CP, khoản 3 Điều 6', '2021-03-31', 'Lộ trình do Chính phủ quy định'),
             ('nation', 3, '2022-06-30', 'Nghị định số 42/2021/NĐ-CP, khoản 3 Điều 6', '2021-03-31', 'Lộ trình do Chính phủ quy định'))
    v(level, stage, planned, document, decided, reason) on v.level = c.level and v.stage = l.stage and (v.level = 'nation' or l.home = 62) and (c.day is null or c.day > v.decided::date)
order by v.decided, l.place_id;
insert into staffing.gate_note (programme_id, gate, ready, holds_on, document, note, said_by, said_at, home, place_id)
select c.programme_id, g.gate, true, case g.gate when 'decision' then c.day - 7 else c.day + abs(hashint4(c.place_id * g.n)) % 400 end,
       (1 + abs(hashint4(c.place_id * g.n)) % 700) || case g.gate when 'decision' then '/QĐ-CAT (minh họa)' else '/BB-BG (minh họa)' end, null, 0, now(), c.home, c.place_id
from chosen c cross join (values ('decision', 1), ('premises', 2), ('equipment', 3)) g(gate, n) where c.home in (2, 30, 62) and c.day is not null and c.kind <> 'phuong';
insert into staffing.gate_note (programme_id, gate, ready, holds_on, document, note, said_by, said_at, home, place_id)
select c.programme_id, 'premises', false, c.day - 20, null, 'Đang mượn phòng của Ủy ban nhân dân xã', 0, now(), c.home, c.place_id
from chosen c where c.home in (2, 30, 62) and c.day is not null and c.kind <> 'phuong' and abs(hashint4(c.place_id)) % 3 = 0;
insert into staffing.cell_state (kind, valid_from, valid_to, official, probationary, others, reason, decision, decided_on, recorded_by, recorded_at, home, place_id)
select 'own', s.valid_from, s.valid_to, greatest(3, count(o.id) filter (where o.party_since + 365 <= s.valid_from)), count(o.id) filter (where o.party_since <= s.valid_from and o.party_since + 365 > s.valid_from), 0,
       case when s.valid_from = '2025-07-01' then 'merger' else 'founded' end, (1 + abs(hashint4(s.place_id)) % 300) || '-QĐ/ĐU (minh họa)', s.valid_from - 5, 0, s.valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh', s.home, s.place_id
from cell_span s
left join staffing.posting p on p.place_id = s.place_id and p.kind = 'full' and p.valid_from <= s.valid_from and s.valid_from < p.valid_to
left join staffing.officer o on o.id = p.officer_id
group by s.place_id, s.home, s.valid_from, s.valid_to;
insert into staffing.cell_state (kind, valid_from, valid_to, official, probationary, others, with_whom, reason, recorded_by, recorded_at, home, place_id)
select case when abs(hashint4(f.place_id * 5)) % 6 = 0 then 'joint' else 'attached' end, f.day, s.first, 2, 0, case when abs(hashint4(f.place_id * 5)) % 6 = 0 then 2 else 0 end,
       case when abs(hashint4(f.place_id * 5)) % 6 = 0 then 'Chi bộ Quân sự xã (minh họa)' else 'Chi bộ cơ quan xã (minh họa)' end, case when abs(hashint4(f.place_id * 5)) % 6 = 0 then 'joined' else 'attached' end, 0, f.day::timestamp at time zone 'Asia/Ho_Chi_Minh', f.home, f.place_id
from first_officer f join (select place_id, min(valid_from) as first from cell_span group by place_id) s on s.place_id = f.place_id and f.day < s.first
where exists (select from chosen c where c.place_id = f.place_id);
insert into staffing.auxiliary_count (kind, as_of, chiefs, chief_women, deputies, deputy_women, members, member_women, document, entered_by, entered_at, home, place_id)
select 'semi_professional', '2020-11-30', 0, 0, least(1, n.n), 0, greatest(0, n.n - 1), greatest(0, n.n - 1) / 9, 'Báo cáo tổng kết Đề án 2014–2020 (minh họa)', 0, '2020-12-01 08:00+07', c.home, c.place_id
from territory.pub_place c
join (select h.home from first_officer h group by h.home) f on f.home = c.home
left join (select r.place_id, r.value from figures.figure r join figures.indicator i on i.id = r.indicator_id and i.code = 'commune_police_all'
           join figures.period d on d.id = r.period_id and d.code = '@2020-11-30') v on v.place_id = c.place_id
left join (select p.place_id, count(*) as n from staffing.posting p where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= '2020-11-30' and '2020-11-30' < p.valid_to
           group by p.place_id) o on o.place_id = c.place_id
cross join lateral (select case when v.value is null then 6 + abs(hashint4(c.place_id)) % 7 else greatest(0, v.value - coalesce(o.n, 0))::int end as n) n
where c.level = 'commune' and c.kind in ('xa', 'thi_tran') and c.valid_from <= '2020-11-30' and '2020-11-30' < c.valid_to;
insert into staffing.auxiliary_count (kind, as_of, chiefs, chief_women, deputies, deputy_women, members, member_women, document, entered_by, entered_at, home, place_id)
select k.kind, '2024-06-30', k.chiefs, 0, k.chiefs, 0, n.n, n.n / 8, 'Rà soát trước khi Luật 30/2023/QH15 có hiệu lực (minh họa)', 0, '2024-07-02 08:00+07', c.home, c.place_id
from territory.pub_place c join (select h.home from first_officer h group by h.home) f on f.home = c.home
join (values ('semi_professional', 'xa', 0, 5), ('semi_professional', 'thi_tran', 0, 4), ('civil_guard', 'phuong', 2, 16), ('civil_guard', 'thi_tran', 1, 5), ('fire_team', 'xa', 7, 0), ('fire_team', 'phuong', 6, 0), ('fire_team', 'thi_tran', 6, 0)) k(kind, unit, chiefs, members) on k.unit = c.kind
cross join lateral (select case when k.members = 0 then 0 else k.members + abs(hashint4(c.place_id * 11)) % 6 end as n) n
where c.level = 'commune' and c.valid_from <= '2024-06-30' and '2024-06-30' < c.valid_to;
insert into staffing.auxiliary_count (kind, as_of, teams, chiefs, chief_women, deputies, deputy_women, members, member_women, taken_over, document, entered_by, entered_at, home, place_id)
select 'security_team', '2024-07-01', t.n, t.n, t.n / 9, t.n - t.n / 6, t.n / 8, t.n * 3 / 2 + t.n / 7, t.n / 5, least(coalesce(b.n, 0), t.n + t.n - t.n / 6 + t.n * 3 / 2 + t.n / 7), 'Quyết định thành lập tổ bảo vệ an ninh, trật tự (minh họa)', 0, '2024-07-05 08:00+07', c.home, c.place_id
from territory.pub_place c join (select h.home from first_officer h group by h.home) f on f.home = c.home
left join (select place_id, sum(chiefs + deputies + members) as n from staffing.auxiliary_count where as_of = '2024-06-30' group by place_id) b on b.place_id = c.place_id
cross join lateral (select 6 + abs(hashint4(c.place_id * 13)) % 4 as n) t
where c.level = 'commune' and c.valid_from <= '2024-07-01' and '2024-07-01' < c.valid_to;
insert into staffing.auxiliary_count (kind, as_of, teams, chiefs, chief_women, deputies, deputy_women, members, member_women, document, entered_by, entered_at, home, place_id)
select 'security_team', '2025-07-01', sum(a.teams), sum(a.chiefs), sum(a.chief_women), sum(a.deputies), sum(a.deputy_women), sum(a.members), sum(a.member_women), 'Kiện toàn sau sắp xếp đơn vị hành chính (minh họa)', 0, '2025-07-10 08:00+07', min(a.home), o.heir
from staffing.auxiliary_count a
join (select distinct on (r.place_id) r.place_id, r.ancestor_id as heir from territory.pub_reach r
      where r.vintage_id = territory.vintage_of('2025-07-01') and r.level = 'commune' and r.quality not in ('unknown', 'merged') order by r.place_id, r.share desc) o on o.place_id = a.place_id
where a.as_of = '2024-07-01' group by o.heir;
insert into staffing.committee (programme_id, name, decision, decided_on, agency_id, entered_by, entered_at, home, place_id)
select p.id, 'Ban Chỉ đạo xây dựng, triển khai Kế hoạch thí điểm tại Kon Tum', 'Kết luận của Bộ trưởng tại buổi làm việc năm 2018', null, (select o.office_id from territory.pub_office o where o.kind = 'department' and o.code = 'V05' limit 1), 0, now(), q.home, p.place_id
from staffing.programme p join territory.pub_place q on q.place_id = p.place_id and q.key = 'P62@2021-07-01';
insert into staffing.committee_member (committee_id, role, post, body, valid_from, valid_to, decision, entered_by, entered_at, home, place_id)
select c.id, v.role, v.post, v.body, '2018-10-12', 'infinity', c.decision || ' (thành phần minh họa)', 0, now(), c.home, c.place_id
from staffing.committee c cross join (values ('head', 'Thứ trưởng', 'Bộ Công an'), ('standing_member', 'Cục trưởng', 'Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc (V05)'), ('member', 'Cục trưởng', 'Cục Tổ chức cán bộ (X01)'),
    ('member', 'Cục trưởng', 'Cục Quản lý xây dựng và doanh trại (H02)'), ('member', 'Giám đốc', 'Công an tỉnh Kon Tum')) v(role, post, body);
insert into papers.consultation (matter, matter_ref, title, text, due_on, office_id, sent_by, sent_at, closed_on, document, field, home, place_id)
select 'staffing.programme', c.programme_id, 'dự thảo Kế hoạch thực hiện thí điểm bố trí Công an chính quy đảm nhiệm chức danh Công an xã trên địa bàn tỉnh Kon Tum',
       '1. Phạm vi: 54 xã còn lại của tỉnh.' || chr(10) || '2. Cán bộ: chọn người đủ phẩm chất, năng lực, độ tuổi; bồi dưỡng trước khi nhận nhiệm vụ.' || chr(10) || '3. Trụ sở, trang bị: rà soát, đề nghị địa phương bảo đảm.' || chr(10) || '4. Báo cáo về cơ quan thường trực hằng quý. (Nội dung minh họa)',
       '2018-10-05', c.agency_id, 0, '2018-09-20 08:00+07', '2018-10-12', 'Kế hoạch số 223/KH-BCA-V05', c.field, c.home, c.place_id from staffing.committee c;
create temporary table programme_comment on commit drop as
select * from (values (1, 'Công an tỉnh Kon Tum (minh họa)', 'Mục 2', 'Bổ sung lớp tiếng dân tộc cho cán bộ trước khi về xã', 'taken', 'Đã bổ sung vào mục 2'),
    (2, 'Cục Tổ chức cán bộ (minh họa)', 'Mục 2', 'Nêu rõ chính sách cho Công an xã bán chuyên trách thôi đảm nhiệm chức danh', 'partly', 'Nêu nguyên tắc; chế độ cụ thể theo văn bản riêng'),
    (3, 'Ủy ban nhân dân tỉnh (minh họa)', 'Mục 3', 'Đề nghị Bộ bảo đảm toàn bộ kinh phí xây trụ sở', 'explained', 'Kinh phí gồm phần của Bộ và phần của địa phương theo quy định về ngân sách'),
    (4, 'Cục Quản lý xây dựng và doanh trại (minh họa)', null, null, null, null)) v(n, body, part, comment, answer, why);
insert into papers.consultation_body (consultation_id, name, asked_by, asked_at, field, home, place_id)
select d.id, v.body, 0, d.sent_at, d.field, d.home, d.place_id from papers.consultation d cross join programme_comment v where d.matter = 'staffing.programme' order by v.n;
insert into papers.consultation_comment (consultation_id, body_id, agrees, part, comment, document, given_by, given_at, field, home, place_id)
select b.consultation_id, b.id, v.comment is null, v.part, v.comment, null, 0, timestamptz '2018-09-28 08:00+07' + v.n * interval '1 hour', b.field, b.home, b.place_id
from papers.consultation_body b join programme_comment v on v.body = b.name order by v.n;
insert into papers.consultation_answer (comment_id, answer, why, answered_by, answered_at, field, home, place_id)
select c.id, v.answer, v.why, 0, '2018-10-09 08:00+07', c.field, c.home, c.place_id
from papers.consultation_comment c join papers.consultation_body b on b.id = c.body_id join programme_comment v on v.body = b.name where v.answer is not null order by c.id;
update figures.indicator set measured_from = case code when 'commune_police_all' then date '2020-11-30' else date '2018-10-01' end, measured_since = '2026-11-01 00:00+07', version = version + 1
where code in ('officers_posted', 'communes_staffed', 'communes_filled', 'party_cells', 'commune_police_all', 'wards_staffed', 'towns_staffed', 'key_communes_staffed')
