-- What offices say beside their shares: briefings, difficulties with replies, advice given, plans owed and issued, a proposed task, bodies outside; by a die that always falls the same.
with office as (
    select o.office_id, o.kind, o.name, o.parent_id, p.place_id, p.home, ('x' || substr(md5('nói ' || o.code || o.kind || o.office_id), 1, 6))::bit(24)::int % 1000 as dice
    from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :today and :today < p.valid_to
    where o.valid_from <= :today and :today < o.valid_to and o.kind in ('commune', 'provincial') and (:all or o.kind = 'provincial' or p.home = any (:homes))
), directive as (
    select d.id, d.number, d.field, d.office_id, d.home, d.place_id from tasks.directive d where d.number in ('CTTT-2026 (minh họa)', 'TB-KL 10/2026 (minh họa)')
), briefed as (
    insert into tasks.briefing (directive_id, day, people, note, office_id, field, home, place_id, told_by, told_at)
    select d.id, case when d.number like 'CTTT%' then date '2026-01-26' else date '2026-10-19' end + o.dice % 12, 60 + o.dice % 240, 'Toàn thể cán bộ, chiến sĩ (minh họa)', o.office_id, d.field, o.home, o.place_id, :lead,
           (case when d.number like 'CTTT%' then date '2026-01-26' else date '2026-10-19' end + o.dice % 12 + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    from office o, directive d where o.kind = 'provincial' and o.dice < 780
), said as (
    insert into tasks.proposal (task_id, office_id, to_office, difficulty, cause, proposal, wanted_by, reply, replied, replied_by, replied_at, made_by, made_at, field, home, place_id)
    select t.id, o.office_id, o.parent_id, v.difficulty, v.cause, v.proposal, date '2026-09-30' + o.dice % 90, case when o.dice % 10 < 6 then v.reply end, case when o.dice % 10 < 6 then v.replied end, case when o.dice % 10 < 6 then :issuer end,
           case when o.dice % 10 < 6 then (date '2026-10-20' + o.dice % 25)::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '9 hours' end, :lead,
           (date '2026-08-10' + o.dice % 60)::timestamp at time zone 'Asia/Ho_Chi_Minh' + interval '10 hours', 7, o.home, o.place_id
    from office o
    join (values (0, 'Trụ sở chật, xuống cấp', 'Sáp nhập ba xã, dùng chung trụ sở cũ', 'Bố trí kinh phí sửa chữa trong năm 2027', 'Đưa vào danh mục sửa chữa năm 2027', 'taken_in'),
                 (1, 'Thiếu cán bộ biết tiếng dân tộc', 'Chưa mở được lớp tại địa phương', 'Mở lớp bồi dưỡng tại Công an tỉnh', 'Đã có kế hoạch mở lớp quý I/2027', 'taken_in'),
                 (2, 'Biên chế chưa đủ chức danh', 'Cán bộ chuyển công tác sau sắp xếp', 'Bổ sung một cán bộ thường trực', 'Bố trí trong đợt điều động tới', 'explained'),
                 (3, 'Đường truyền không ổn định', 'Địa bàn vùng cao, thiếu trạm phát sóng', 'Làm việc với doanh nghiệp viễn thông', 'Đã có văn bản gửi doanh nghiệp', 'explained')) v (n, difficulty, cause, proposal, reply, replied) on v.n = o.dice % 4
    join tasks.task t on t.directive_id = (select id from directive where number like 'CTTT%') and t.audience = 'communes'
    where o.kind = 'commune' and o.dice < 70
), advised as (
    insert into tasks.advice (office_id, number, day, title, body_kind, body, outcome, outcome_on, document, result, entered_by, entered_at, told_by, told_at, field, home, place_id)
    select o.office_id, (o.dice % 40 + 1) || '/TM-CAX', date '2026-02-01' + o.dice % 250,
           (array['Kế hoạch bảo vệ an ninh, trật tự lễ hội', 'Bố trí quỹ đất xây dựng trụ sở Công an xã', 'Kiện toàn Tổ bảo vệ an ninh, trật tự', 'Hỗ trợ kinh phí phong trào toàn dân bảo vệ an ninh Tổ quốc'])[1 + o.dice % 4],
           (array['party', 'committee', 'committee', 'council'])[1 + o.dice % 4],
           (array['Đảng ủy ', 'UBND ', 'UBND ', 'HĐND '])[1 + o.dice % 4] || lower(left(replace(o.name, 'Công an ', ''), 1)) || substr(replace(o.name, 'Công an ', ''), 2),
           case when o.dice % 5 < 4 then (array['accepted', 'accepted', 'partly', 'declined'])[1 + o.dice % 4] end, case when o.dice % 5 < 4 then date '2026-02-15' + o.dice % 250 end, '', '', :lead,
           (date '2026-02-02' + o.dice % 250)::timestamp at time zone 'Asia/Ho_Chi_Minh', case when o.dice % 5 < 4 then :lead end, case when o.dice % 5 < 4 then (date '2026-02-16' + o.dice % 250)::timestamp at time zone 'Asia/Ho_Chi_Minh' end, 7, o.home, o.place_id
    from office o where o.kind = 'commune' and o.dice < 150
), called as (
    insert into tasks.plan_call (directive_id, due, called_by, called_at, field, home, place_id)
    select id, case when number like 'CTTT%' then date '2026-02-16' else date '2026-10-30' end, :issuer, case when number like 'CTTT%' then timestamptz '2026-01-13 09:00+07' else timestamptz '2026-10-13 09:00+07' end, field, home, place_id from directive
), planned as (
    insert into tasks.plan (directive_id, office_id, number, issued_on, made_by, made_at, field, home, place_id)
    select d.id, o.office_id, (100 + o.dice % 300) || '/KH-CAT', case when d.number like 'CTTT%' then date '2026-02-02' else date '2026-10-20' end + o.dice % 17, :lead,
           (case when d.number like 'CTTT%' then date '2026-02-03' else date '2026-10-21' end + o.dice % 17)::timestamp at time zone 'Asia/Ho_Chi_Minh', d.field, o.home, o.place_id
    from office o, directive d where o.kind = 'provincial' and (d.number like 'CTTT%' and o.dice < 930 or d.number like 'TB%' and o.dice < 610)
), spoken as (
    insert into tasks.body (name, office_id)
    select v.name, o.office_id from (values ('Trung ương Đoàn TNCS Hồ Chí Minh', 'V05'), ('Bộ Tài chính', 'H01')) v (name, code)
    join territory.pub_office o on o.kind = 'department' and o.code = v.code and o.valid_from <= :today and :today < o.valid_to
)
insert into tasks.suggestion (title, why, deliverable, lead_id, due, office_id, made_by, made_at, field, home, place_id)
select v.title, v.why, v.deliverable, x.office_id, v.due, o.office_id, :lead, v.at, 7, o.home, o.place_id
from (values ('Mở lớp tiếng Mông cho Công an các xã vùng cao', 'Cán bộ mới về chưa nói được tiếng địa phương (minh họa)', 'Kế hoạch mở lớp', date '2027-03-31', timestamptz '2026-11-09 10:00+07', 0),
             ('Sửa chữa trụ sở dùng chung của các xã mới sáp nhập', 'Trụ sở cũ không đủ chỗ sau sắp xếp (minh họa)', 'Danh mục sửa chữa', date '2027-06-30', timestamptz '2026-11-16 15:00+07', 1)) v (title, why, deliverable, due, at, n)
join lateral (select * from office where kind = 'provincial' order by dice, office_id limit 1 offset v.n) o on true
join territory.pub_office x on x.kind = 'department' and x.code = case v.n when 0 then 'X01' else 'H01' end and x.valid_from <= :today and :today < x.valid_to
