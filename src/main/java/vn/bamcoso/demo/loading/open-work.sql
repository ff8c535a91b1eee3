-- Drafts that wait for somebody: xã Đồng Văn writes in the running quarter, phường Hải Dương is late with the last one, and
-- the report of xã Măng Đen lies before its chief.
with wanted (key, period, status) as (
    values ('C00721@2025-07-01', :running, 'draft'), ('C10525@2025-07-01', :last, 'draft'), ('C23473@2025-07-01', :last, 'presented')
), place as (
    select w.*, p.place_id, p.home, o.office_id, (select max(g.user_id) from identity.user_grant g where g.office_id = o.office_id and g.role = 'commune_clerk') as clerk
    from wanted w
    join territory.pub_place p on p.key = w.key
    join territory.pub_office o on o.place_id = p.place_id and o.kind = 'commune' and o.valid_to = 'infinity'
), before as (
    -- the latest report that was approved, from which the draft is made up
    select distinct on (s.place_id) s.place_id, s.form_id, s.form_version_id, s.field, r.cells
    from place p
    join reporting.submission s on s.place_id = p.place_id and s.status = 'approved'
    join reporting.form f on f.id = s.form_id and f.code = 'ket-qua-cong-tac'
    join reporting.revision r on r.submission_id = s.id and r.number = s.approved_revision
    order by s.place_id, s.period_end desc
), opened as (
    insert into reporting.submission (form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, status, due, drafted_by, drafted_at)
    select b.form_id, b.form_version_id, p.period, case p.period when :running then :running_start::date else :last_start::date end,
           case p.period when :running then :running_end::date else :last_end::date end, p.office_id, p.place_id, p.home, b.field, p.status,
           case p.period when :running then :running_due::date else :last_due::date end, p.clerk, :now::timestamptz - interval '3 hours'
    from place p join before b using (place_id)
    on conflict do nothing
    returning id, place_id, home, field, form_version_id, status, drafted_by
), cells as (
    insert into reporting.draft_cell (submission_id, indicator, field, home, place_id, value, version, changed_by, changed_at)
    select o.id, l.indicator, o.field, o.home, o.place_id, round(b.cells[l.place] * case o.status when 'draft' then 0.7 else 1.1 end), 1, o.drafted_by, :now::timestamptz - interval '3 hours'
    from opened o
    join before b using (place_id)
    join (select form_version_id, indicator, row_number() over (partition by form_version_id order by position) as place from reporting.form_line where asked) l
         on l.form_version_id = o.form_version_id and (o.status = 'presented' or l.place <= 6)
)
insert into reporting.step (submission_id, field, home, place_id, at, user_id, act)
select o.id, o.field, o.home, o.place_id, :now::timestamptz - interval '5 hours', o.drafted_by, 'opened' from opened o
union all
select o.id, o.field, o.home, o.place_id, :now::timestamptz - interval '3 hours', o.drafted_by, 'presented' from opened o where o.status = 'presented'
