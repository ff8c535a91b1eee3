-- What does the last revision of each of these reports say?
select r.submission_id, r.number, r.indicators, r.cells, r.remarks
from reporting.submission s join reporting.revision r on r.submission_id = s.id and r.number = s.revision
where s.id = any (:ids)
