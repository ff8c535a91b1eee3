-- Leaves in the commune's draft what it last sent, where nothing is approved yet: that is what it will write in again.
insert into reporting.draft_cell (submission_id, indicator, field, home, place_id, value, version, changed_by, changed_at)
select d.id, l.indicator, d.field, d.home, d.place_id, s.cells[l.place], 1, d.clerk, s.sent - interval '1 hour'
from replayed d
join replay_sending s on s.no = d.no
join (select form_version_id, indicator, row_number() over (partition by form_version_id order by position) as place from reporting.form_line where asked) l
     on l.form_version_id = d.version_id
where d.status <> 'approved' and s.cells[l.place] is not null
