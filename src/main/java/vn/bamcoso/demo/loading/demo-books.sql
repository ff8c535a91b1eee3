-- What the books and the history of the demonstration's shares say: issued, taken, proposed, agreed to, each known at nine in the morning of its day.
with share as (
    select s.*, t.issued_on, (t.issued_on::timestamp + interval '9 hours') at time zone 'Asia/Ho_Chi_Minh' as issued_at,
           (s.proposed_on::timestamp + interval '9 hours') at time zone 'Asia/Ho_Chi_Minh' as proposed_at, (s.done_on::timestamp + interval '10 hours') at time zone 'Asia/Ho_Chi_Minh' as done_at
    from tasks.share s join tasks.task t on t.id = s.task_id where t.demo or s.task_id = any (:tasks)
), spans as (
    select share.*, v.* from share cross join lateral (values
        (issued_on, 'infinity'::date, issued_at, coalesce(proposed_at, 'infinity'), null::date, false),
        (issued_on, proposed_on, proposed_at, 'infinity'::timestamptz, null::date, false),
        (proposed_on, 'infinity'::date, proposed_at, coalesce(done_at, 'infinity'), proposed_on, false),
        (proposed_on, done_on, done_at, 'infinity'::timestamptz, proposed_on, false),
        (done_on, 'infinity'::date, done_at, 'infinity'::timestamptz, proposed_on, true)) v (from_day, to_day, known_from, known_to, stopped_on, agreed)
    where v.from_day is not null and v.to_day is not null and v.known_from is not null and v.from_day < v.to_day
), booked as (
    insert into tasks.book (share_id, task_id, office_id, role, from_day, to_day, known_from, known_to, last_day, stopped_on, done, counts, field, home, place_id)
    select id, task_id, office_id, role, from_day, to_day, known_from, known_to, last_day, stopped_on, agreed, true, field, home, place_id from spans order by id, from_day, known_from
)
insert into tasks.event (share_id, act, status, day, note, percent, at, user_id, field, home, place_id)
select id, v.act, v.status, v.day, v.note, v.percent, v.at, v.who, field, home, place_id
from share cross join lateral (values
    (1, 'issued', 'assigned', issued_on, '', null::smallint, issued_at, :issuer),
    (2, 'accepted', 'working', issued_on + 1, '', null, issued_at + interval '1 day', :lead),
    (3, 'progressed', 'working', issued_on + 1, 'Đã xây dựng kế hoạch thực hiện', percent, issued_at + interval '25 hours', :lead),
    (4, 'blocked', 'blocked', issued_on + 1, blocked_by, null, issued_at + interval '26 hours', :lead),
    (5, 'proposed', 'proposed', proposed_on, 'Đã hoàn thành, có văn bản kèm theo', 100, proposed_at, :lead),
    (6, 'recognised', 'done', done_on, '', null, done_at, :issuer)) v (n, act, status, day, note, percent, at, who)
where v.n = 1 or v.n in (2, 3) and share.status not in ('assigned', 'refused') or v.n = 4 and share.status = 'blocked' or v.n = 5 and proposed_on is not null or v.n = 6 and done_on is not null
order by id, v.n
