-- Changes the reports that were approved before, where nobody was faster.
update reporting.submission t
set status = 'approved', kind = b.kind, revision = b.number, approved_revision = b.number, one_person = b.one_person, drafted_by = b.clerk, drafted_at = s.drafted,
    submitted_by = b.chief, submitted_at = s.sent, approved_by = s.decided_by, approved_at = s.decided, doubts = 0, version = t.version + 1
from bringing b join bringing_sending s on s.no = b.no and s.last
where b.known and t.id = b.submission_id and t.version = b.lock
