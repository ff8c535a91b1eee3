-- What came without a form is kept: an import for each act, the reports that are new or go on, and their next revisions.
with acts as materialized (
    select * from jsonb_to_recordset(:acts::jsonb) as a(act int, total int, field smallint, home smallint, place int)
), reports as materialized (
    select * from jsonb_to_recordset(:reports::jsonb) as r(n int, act int, id bigint, number smallint, period text, first_day date, last_day date,
        place int, home smallint, field smallint, indicators text[], cells numeric[], remarks jsonb, reason text)
), imports as (
    merge into reporting.import i using acts a on false
    when not matched then insert (kind, name, status, field, home, place_id, brought_by, brought_at, decided_at, moved_at, done, total)
        values ('api', 'POST /api/figures', 'recorded', a.field, a.home, a.place, :user, :now, :now, :now, a.total, a.total)
    returning a.act, i.id
), standing as (
    merge into reporting.submission s using (select * from reports order by id, n) r on s.id = r.id
    when matched then update set revision = r.number, approved_revision = r.number, drafted_by = :user, drafted_at = :now, submitted_by = :user, submitted_at = :now,
        approved_by = :user, approved_at = :now, version = s.version + 1
    when not matched then insert (period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision, one_person,
            drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
        values (r.period, r.first_day, r.last_day, :office, r.place, r.home, r.field, 'import', 'approved', 1, 1, true, :user, :now, :user, :now, :user, :now)
    returning r.n, s.id
), frozen as (
    insert into reporting.revision (submission_id, number, field, home, place_id, indicators, cells, remarks, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at,
        decision, decided_by, decided_at)
    select s.id, r.number, r.field, r.home, r.place, r.indicators, r.cells, r.remarks, r.reason, i.id, :user, :now, :user, :now, 'approved', :user, :now
    from reports r join standing s on s.n = r.n join imports i on i.act = r.act
)
select r.n, s.id as submission_id, i.id as import_id from reports r join standing s on s.n = r.n join imports i on i.act = r.act
