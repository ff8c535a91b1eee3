-- Which places have a report of this form for this period, and where does it stand?
select s.status, s.approved_revision is not null as approved_before, s.late, s.one_person, s.submitted_at is not null as sent, array_agg(s.place_id) as places
from reporting.submission s where s.form_id = :form and s.period = :period
group by 1, 2, 3, 4, 5
