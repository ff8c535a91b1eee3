-- The ministry's own ceiling stands over the provinces', and theirs over the posts of communes: what is taken of a ceiling, on
-- the day asked and on each later day on which something begins. Only sums leave this function, so that who hands out posts in
-- one province is held to what the others have taken.
create function staffing.handed_out(superior int, apart int, since date) returns table (day date, ceiling int, others int)
    stable security definer set search_path = pg_catalog language sql as $body$
with recursive below as (
    select o.office_id, o.valid_from, o.valid_to, case o.kind when 'provincial' then o.office_id else 0 end as province from territory.pub_office o where o.parent_id = superior and o.valid_to > since
    union all
    select o.office_id, greatest(o.valid_from, b.valid_from), least(o.valid_to, b.valid_to), b.province
    from below b join territory.pub_office o on o.parent_id = b.office_id and o.valid_from < b.valid_to and b.valid_from < o.valid_to and o.valid_to > since
), posts as materialized (
    select b.province, p.number, greatest(p.valid_from, b.valid_from) as valid_from, least(p.valid_to, b.valid_to) as valid_to
    from below b join staffing.post p on p.office_id = b.office_id and p.valid_from < b.valid_to and b.valid_from < p.valid_to and p.valid_from < p.valid_to and p.valid_to > since
    where p.office_id <> apart and (apart = 0 or b.province <> apart)
), given as materialized (
    select b.province, c.number, greatest(c.valid_from, b.valid_from) as valid_from, least(c.valid_to, b.valid_to) as valid_to
    from below b join staffing.ceiling c on c.office_id = b.office_id and c.valid_from < b.valid_to and b.valid_from < c.valid_to and c.valid_from < c.valid_to and c.valid_to > since
    where c.office_id <> apart and b.office_id = b.province
), days as (
    select since as day union select valid_from from posts where valid_from > since union select valid_from from given where valid_from > since
    union select c.valid_from from staffing.ceiling c where c.office_id = superior and c.valid_from > since and c.valid_from < c.valid_to
)
select d.day, (select c.number from staffing.ceiling c where c.office_id = superior and c.valid_from <= d.day and d.day < c.valid_to),
       (coalesce((select sum(g.number) from given g where g.valid_from <= d.day and d.day < g.valid_to), 0)
        + coalesce((select sum(p.number) from posts p where p.valid_from <= d.day and d.day < p.valid_to
                    and not exists (select from given g where g.province = p.province and g.valid_from <= d.day and d.day < g.valid_to)), 0))::int
from days d order by d.day
$body$;
comment on function staffing.handed_out(int, int, date) is 'What the offices below a superior have of its ceiling, without one of them: a province counts with its own ceiling, or with its posts where it was given none';
revoke execute on function staffing.handed_out(int, int, date) from public;
grant execute on function staffing.handed_out(int, int, date) to bamcoso_app;
comment on table staffing.ceiling is 'How many posts a superior office may hand out below it (chỉ tiêu biên chế được giao): the ministry to the provinces, a province to the communes';
