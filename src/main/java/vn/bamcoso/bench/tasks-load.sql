-- Three years of tasks for the benchmark: 28 a year, 20 of them to every commune and 8 to every province, each share with its books and ten events.
create temporary table made on commit drop as
with directive as (
    insert into tasks.directive (kind, number, day, signer, issuer, outside, title, demo, office_id, field, home, place_id, entered_by, entered_at)
    select 'programme', 'BENCH-' || y, make_date(y, 1, 2), '', 'Bộ Công an', false, 'Đo tốc độ ' || y, true, m.office_id, 7, 0, m.place_id, 0, make_date(y, 1, 2)::timestamptz
    from generate_series(2024, 2026) y, territory.pub_office m where m.kind = 'ministry'
    returning id, day, office_id, place_id
), task as (
    insert into tasks.task (directive_id, kind, number, title, deliverable, authority, audience, post, due, status, issued_on, issued_at, demo, office_id, field, home, place_id, entered_by, entered_at)
    select d.id, 'key', g, 'Nhiệm vụ đo tốc độ ' || g || '/' || extract(year from d.day), 'Báo cáo', 'Lãnh đạo Bộ', case when g <= 20 then 'communes' else 'provinces' end, 'head', d.day + 20 + g * 12, 'issued', d.day + 1, (d.day + 1)::timestamptz,
           true, d.office_id, 7, 0, d.place_id, 0, d.day::timestamptz
    from directive d, generate_series(1, 28) g
    returning id, audience, issued_on, due
)
select t.id as task, t.issued_on, t.due, o.office_id, o.kind, p.home, p.place_id, (o.office_id * 7919 + t.id * 104729) % 1000 as dice
from task t
join territory.pub_office o on o.kind = case t.audience when 'communes' then 'commune' else 'provincial' end and o.valid_from <= date '2026-11-21' and date '2026-11-21' < o.valid_to
join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= date '2026-11-21' and date '2026-11-21' < p.valid_to;

insert into tasks.share (task_id, office_id, role, status, due, last_day, percent, proposed_on, done_on, moved_at, field, home, place_id)
select task, office_id, case kind when 'commune' then 'commune_chief' else 'provincial_director' end, status, due, due, case when status = 'done' then 100 else 40 end,
       case when status in ('done', 'proposed') then at end, case when status = 'done' then at + 2 end, due::timestamptz, 7, home, place_id
from (select m.*, due - 18 + dice % 23 as at, case when due > date '2026-11-01' then case when dice < 300 then 'assigned' else 'working' end when dice < 930 then 'done' when dice < 950 then 'proposed' else 'working' end as status from made m) x
order by task, home, place_id;

insert into tasks.book (share_id, task_id, office_id, role, from_day, to_day, known_from, known_to, last_day, stopped_on, done, counts, field, home, place_id)
select s.id, s.task_id, s.office_id, s.role, v.f, v.t, v.kf::timestamptz, v.kt::timestamptz, s.last_day, v.st, v.d, true, s.field, s.home, s.place_id
from tasks.share s
join (select distinct task, issued_on from made) m on m.task = s.task_id
cross join lateral (values
    (m.issued_on, 'infinity'::date, m.issued_on, coalesce(s.proposed_on, 'infinity'), null::date, false),
    (m.issued_on, s.proposed_on, s.proposed_on, 'infinity'::date, null::date, false),
    (s.proposed_on, 'infinity'::date, s.proposed_on, coalesce(s.done_on, 'infinity'), s.proposed_on, false),
    (s.proposed_on, s.done_on, s.done_on, 'infinity'::date, s.proposed_on, false),
    (s.done_on, 'infinity'::date, s.done_on, 'infinity'::date, s.proposed_on, true)) v (f, t, kf, kt, st, d)
where v.f is not null and v.t is not null and v.kf is not null and v.f < v.t
order by v.f, s.id;

insert into tasks.event (share_id, act, status, day, at, user_id, field, home, place_id)
select s.id, case g when 1 then 'issued' when 2 then 'accepted' else 'progressed' end, case g when 1 then 'assigned' else 'working' end, m.issued_on + g, (m.issued_on + g)::timestamptz, 0, s.field, s.home, s.place_id
from tasks.share s
join (select distinct task, issued_on from made) m on m.task = s.task_id
cross join generate_series(1, 10) g
order by s.id, g;
