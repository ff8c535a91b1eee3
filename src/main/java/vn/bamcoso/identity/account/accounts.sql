-- Which accounts does this administrator keep, by login, a page at a time?
with kept as (
    select u.id, u.login, u.name, u.disabled_at is not null as closed, u.password_hash is null or u.password_once as waiting
    from identity.app_user u
    where (:q = '' or u.login like '%' || lower(:q) || '%' or unaccent(lower(u.name)) like '%' || unaccent(lower(:q)) || '%')
      and (:role = '' or exists (select from identity.user_grant g where g.user_id = u.id and g.role = :role
                                 and g.valid_from <= :day and :day < g.valid_to))
      and case :state
          when 'closed' then u.disabled_at is not null
          when 'open' then u.disabled_at is null
          when 'waiting' then u.disabled_at is null and (u.password_hash is null or u.password_once)
          when 'ending' then u.disabled_at is null and exists (select from identity.user_grant g where g.user_id = u.id and :day < g.valid_to and g.valid_to <= cast(:day as date) + 30)
          when 'without' then u.disabled_at is null and not exists (
              select from identity.user_grant g join territory.pub_office o on o.office_id = g.office_id and o.valid_from <= :day and :day < o.valid_to
              where g.user_id = u.id and g.valid_from <= :day and :day < g.valid_to)
          else true end
      and (:nation or exists (select from identity.user_grant g where g.user_id = u.id) and not exists (
                   select from identity.user_grant g where g.user_id = u.id and not exists (
                       select from territory.pub_office o
                       join territory.pub_reach r on r.place_id = o.place_id and r.ancestor_id in (:area) and r.vintage_id = (select territory.vintage_of(:day))
                       where o.office_id = g.office_id)))
)
select k.*, count(*) over () as total,
       (select string_agg(g.role || '|' || o.name, '~' order by g.id)
        from identity.user_grant g join territory.pub_office o on o.office_id = g.office_id and o.valid_from <= :day and :day < o.valid_to
        where g.user_id = k.id and g.valid_from <= :day and :day < g.valid_to) as grants
from kept k order by k.login limit :size offset :offset
