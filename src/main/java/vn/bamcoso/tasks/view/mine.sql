-- Which open shares do these offices owe, the earliest date first?
select s.id from tasks.share s
where s.office_id = any (:offices) and s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
order by s.last_day, s.id limit :most
