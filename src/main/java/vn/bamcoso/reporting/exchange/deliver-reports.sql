-- Enters the reports that are not there yet, in the order in which they came, and tells each delivered row its number.
with made as (
    merge into reporting.submission t
    using (select b.*, s.drafted, s.sent, s.decided, s.decided_by from bringing b join bringing_sending s on s.no = b.no and s.last where not b.known order by b.no) s on false
    when not matched then insert (
        form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision, due, late, one_person, waits_at,
        drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
    values (
        s.form_id, s.version_id, s.period, s.starts, s.ends, s.office_id, s.place_id, s.home, s.field, s.kind, s.status, s.number, case when s.status = 'approved' then s.number end,
        s.due, s.late, s.one_person, s.waits_at, s.clerk, s.drafted, s.chief, s.sent, case when s.status = 'approved' then s.decided_by end, case when s.status = 'approved' then s.decided end)
    returning s.no, t.id
)
update bringing b set submission_id = made.id from made where made.no = b.no
