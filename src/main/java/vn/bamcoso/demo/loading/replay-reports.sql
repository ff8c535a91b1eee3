-- Enters the replayed reports, each under the office that served its place on the last day of the period.
with made as (
    merge into reporting.submission t
    using (
        select r.*, o.office_id, p.home, coalesce(h.clerk, :clerk) as clerk, coalesce(h.chief, :chief) as chief, coalesce(s.staff, :staff) as staff
        from replay_report r
        join (select distinct place_id, home from territory.pub_place where level = 'commune') p on p.place_id = r.place_id
        join territory.pub_office o on o.place_id = r.place_id and o.kind = 'commune' and o.valid_from <= r.ends and r.ends < o.valid_to
        left join replay_hand h on h.place_id = r.place_id
        left join replay_hand s on s.home = p.home and r.ends >= date '2025-07-01'
        order by r.no
    ) s on false
    when not matched then insert (
        form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, kind, status, revision, approved_revision, due, late, waits_at,
        drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at)
    values (
        s.form_id, s.version_id, s.period, s.starts, s.ends, s.office_id, s.place_id, s.home, s.field, case when s.form_id is null then 'import' else 'form' end, s.status,
        s.revisions, case when s.status = 'approved' then s.revisions end, s.due, s.late, case when s.status = 'submitted' then 'provincial' end,
        s.clerk, s.sent - interval '40 minutes', s.chief, s.sent, case when s.status = 'approved' then s.staff end, s.approved)
    returning s.no, t.id, t.home, t.place_id, t.field, s.version_id, t.status, s.clerk, s.chief, s.staff
)
insert into replayed select * from made
