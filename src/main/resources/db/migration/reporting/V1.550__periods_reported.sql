-- The days for which anybody was ever asked or has reported are no secret, and under the policies a commune would walk through all
-- reports of the nation to find its own: so the last of them are told to everybody.
create function reporting.periods_reported(form int, most int) returns setof text stable security definer set search_path = pg_catalog language sql as $body$
with recursive known as (
    (select 1 as nth, period_end, period from reporting.submission where form_id = form order by period_end desc, period desc limit 1)
    union all
    select k.nth + 1, n.period_end, n.period from known k cross join lateral (
        select s.period_end, s.period from reporting.submission s
        where s.form_id = form and (s.period_end, s.period) < (k.period_end, k.period) order by s.period_end desc, s.period desc limit 1) n
    where k.nth < most
)
select period from (select period_end, period from known union select period_end, period from reporting.call where form_id = form) p
order by period_end desc, period limit most
$body$;
comment on function reporting.periods_reported(int, int) is 'The last periods of a form without a rhythm: for which somebody was called or has reported';
revoke execute on function reporting.periods_reported(int, int) from public;
grant execute on function reporting.periods_reported(int, int) to bamcoso_app;
