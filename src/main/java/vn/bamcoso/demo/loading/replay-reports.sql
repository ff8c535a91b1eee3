-- Enters the replayed reports, each under the office that served its place on the last day of the period.
with made as (
    merge into reporting.submission t
    using (
        select r.*, o.office_id, p.home
        from replay_report r
        join (select distinct place_id, home from territory.pub_place where level = 'commune') p on p.place_id = r.place_id
        join territory.pub_office o on o.place_id = r.place_id and o.kind = 'commune' and o.valid_from <= r.ends and r.ends < o.valid_to
        order by r.no
    ) s on false
    when not matched then insert (
        form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision, due, late, waits_at,
        drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
    values (
        s.form_id, s.version_id, s.period, s.starts, s.ends, s.office_id, s.place_id, s.home, s.field, case when s.form_id is null then 'import' else 'form' end, s.status,
        s.revisions, case when s.status = 'approved' then s.revisions end, s.due, s.late, case when s.status = 'submitted' then 'provincial' end,
        :clerk, s.sent - interval '40 minutes', :chief, s.sent, case when s.status = 'approved' then :staff end, s.approved)
    returning s.no, t.id, t.home, t.place_id, t.field
)
insert into replayed (no, id, home, place_id, field) select no, id, home, place_id, field from made
