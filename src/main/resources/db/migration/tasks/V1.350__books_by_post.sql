-- The books carry the role of the post, so that they are counted by post without asking each share again.
alter table tasks.book add column role text not null default '';
update tasks.book b set role = s.role from tasks.share s where s.id = b.share_id;
alter table tasks.book alter column role drop default;
comment on column tasks.book.role is 'Role of the post that answered';
drop index tasks.book_now;
create index book_now on tasks.book (to_day, from_day) include (task_id, office_id, share_id, last_day, stopped_on, done, counts, role, field, home, place_id) where known_to = 'infinity';
create or replace function tasks.keep_books(shares bigint[], day date, at timestamptz) returns void language plpgsql as $body$
begin
    with closed as (
        update tasks.book b set known_to = keep_books.at
        where b.share_id = any (shares) and b.known_to = 'infinity' and b.to_day > keep_books.day
        returning b.*
    )
    insert into tasks.book (share_id, task_id, office_id, role, from_day, to_day, known_from, last_day, stopped_on, done, counts, field, home, place_id)
    select c.share_id, c.task_id, c.office_id, c.role, c.from_day, keep_books.day, keep_books.at, c.last_day, c.stopped_on, c.done, c.counts, c.field, c.home, c.place_id
    from closed c where c.from_day < keep_books.day;
    insert into tasks.book (share_id, task_id, office_id, role, from_day, known_from, last_day, stopped_on, done, counts, field, home, place_id)
    select s.id, s.task_id, s.office_id, s.role, keep_books.day, keep_books.at, s.last_day, s.proposed_on, s.status = 'done', s.status not in ('withdrawn', 'merged'), s.field, s.home, s.place_id
    from tasks.share s where s.id = any (shares);
end $body$;
