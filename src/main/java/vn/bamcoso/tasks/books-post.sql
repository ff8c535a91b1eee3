-- How many shares stood in each of the four books on a day, as known at a moment, by post?
select r.n as key, count(*) filter (where s.done and not s.late) as done, count(*) filter (where s.done and s.late) as done_late,
       count(*) filter (where not s.done and not s.late) as open, count(*) filter (where not s.done and s.late) as open_late, greatest(max(s.days), 0) as latest
from tasks.stood(:on, :known, :directive, :office, :issuer) s
join (select code, row_number() over (order by code) as n from identity.role) r on r.code = s.role
group by 1
order by open_late desc, latest desc, open desc, key
