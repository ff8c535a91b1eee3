-- The books of a day: asked in one place, grouped by whoever asks. A plain function, so that the planner opens it: no SET, not strict, not a security definer.
create function tasks.stood(on_day date, known timestamptz, of_directive int, of_office int, of_issuer int)
    returns table (task_id int, share_id bigint, office_id int, role text, field smallint, place_id int, last_day date, done boolean, late boolean, days int) stable language sql as $body$
    select b.task_id, b.share_id, b.office_id, b.role, b.field, b.place_id, b.last_day, b.done, coalesce(b.stopped_on, on_day) > b.last_day, coalesce(b.stopped_on, on_day) - b.last_day
    from tasks.book b
    where b.from_day <= on_day and on_day < b.to_day and b.counts
      and (known is null and b.known_to = 'infinity' or b.known_from <= known and known < b.known_to)
      and (of_office is null or b.office_id = of_office)
      and (of_directive is null and of_issuer is null
           or b.task_id in (select t.id from tasks.task t where (of_directive is null or t.directive_id = of_directive) and (of_issuer is null or t.office_id = of_issuer)))
$body$;
comment on function tasks.stood(date, timestamptz, int, int, int) is 'How each share stood on a day, as known at a moment (null: now), of one directive, office or issuing office (null: of all); days after the last day that counts, negative before it';
revoke execute on function tasks.stood(date, timestamptz, int, int, int) from public;
grant execute on function tasks.stood(date, timestamptz, int, int, int) to bamcoso_app;

-- The board asks for what is open, and for what was done in the last weeks.
create index share_done on tasks.share (done_on) where status = 'done';
