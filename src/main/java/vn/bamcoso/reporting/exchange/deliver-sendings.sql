-- Enters what each report held each time that it was sent, and, for those that went from office to office, the steps of their way.
with sent as (
    insert into reporting.revision (
        submission_id, number, field, home, place_id, indicators, cells, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at,
        decision, decided_by, decided_at, decision_note)
    select b.submission_id, s.number, b.field, b.home, b.place_id, s.indicators, s.cells, s.reason, s.import_id, b.clerk, s.drafted, b.chief, s.sent,
           s.decision, s.decided_by, s.decided, s.remark
    from bringing_sending s join bringing b on b.no = s.no
    order by b.submission_id, s.number
)
insert into reporting.step (submission_id, field, home, place_id, at, user_id, act, revision, note)
select b.submission_id, b.field, b.home, b.place_id, w.at, w.user_id, w.act, s.number, w.note
from bringing_sending s
join bringing b on b.no = s.no and (b.kind = 'form' or b.form_id is null)
cross join lateral (values (s.sent, b.chief, 'sent', null), (s.decided, s.decided_by, s.decision, s.remark)) w (at, user_id, act, note)
where w.at is not null
order by w.at, b.submission_id
