-- Enters what each report held each time that it was sent, the file that brought it, and the steps of its way.
with files as (
    merge into reporting.import t
    using (select f.*, n.place_id from replay_file f cross join (select place_id from territory.pub_place where level = 'nation') n order by f.file) s on false
    when not matched then insert (kind, name, form_id, period, status, field, home, place_id, brought_by, brought_at, decided_at, moved_at, done, total)
    values ('program', s.name, s.form_id, s.period, 'recorded', s.field, 0, s.place_id, 0, s.moment, s.moment, s.moment, s.reports, s.reports)
    returning s.file, t.id
), sent as (
    insert into reporting.revision (
        submission_id, number, field, home, place_id, indicators, cells, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at,
        decision, decided_by, decided_at, decision_note)
    select d.id, s.number, d.field, d.home, d.place_id, s.indicators, s.cells, s.reason, f.id, d.clerk, s.sent - interval '40 minutes', d.chief, s.sent,
           s.decision, case when s.decision is not null then d.staff end, s.decided, s.note
    from replay_sending s
    join replayed d on d.no = s.no
    join files f on f.file = s.file
    order by d.id, s.number
)
insert into reporting.step (submission_id, field, home, place_id, at, user_id, act, revision, note)
select d.id, d.field, d.home, d.place_id, w.at, w.user_id, w.act, s.number, w.note
from replay_sending s
join replayed d on d.no = s.no
cross join lateral (values (s.sent, d.chief, 'sent', null), (s.decided, d.staff, s.decision, s.note)) w (at, user_id, act, note)
where w.at is not null
order by w.at, d.id
