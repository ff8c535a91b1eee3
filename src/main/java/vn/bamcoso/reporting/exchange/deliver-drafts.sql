-- Leaves in the commune's draft what it last sent, where nothing is approved yet: that is what it will write in again.
insert into reporting.draft_cell (submission_id, indicator, field, home, place_id, value, version, changed_by, changed_at)
select b.submission_id, l.indicator, b.field, b.home, b.place_id, s.cells[l.place], 1, b.clerk, s.drafted
from bringing b
join bringing_sending s on s.no = b.no and s.last
join (select form_version_id, indicator, row_number() over (partition by form_version_id order by position) as place from reporting.form_line where asked) l
     on l.form_version_id = b.version_id
where b.status <> 'approved' and s.cells[l.place] is not null
