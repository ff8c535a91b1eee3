-- Which reports of this form for this period, as last sent, say nothing but zero?
select s.place_id
from reporting.submission s
join reporting.revision r on r.submission_id = s.id and r.number = s.revision
where s.form_id = :form and s.period = :period and 0 = all (array_remove(r.cells, null)) and 0 = any (r.cells)
