-- What are these lines of the books called, in their order?
select k.key,
       coalesce(case :by when 'office' then (select o.name from territory.pub_office o where o.office_id = k.key order by o.valid_from desc limit 1)
                when 'task' then (select t.title from tasks.task t where t.id = k.key)
                when 'directive' then (select d.number || ' · ' || d.title from tasks.directive d where d.id = k.key)
                when 'field' then (select f.name_vi from access.field f where f.id = k.key)
                when 'period' then 'Hạn trong quý ' || k.key % 10 || '/' || k.key / 10
                else (select name_vi from (select name_vi, row_number() over (order by code) from identity.role) r where r.row_number = k.key) end, '–') as name_vi,
       coalesce(case :by when 'field' then (select f.name_en from access.field f where f.id = k.key)
                when 'period' then 'Due in quarter ' || k.key % 10 || ' of ' || k.key / 10
                when 'post' then (select name_en from (select name_en, row_number() over (order by code) from identity.role) r where r.row_number = k.key) end, '') as name_en
from unnest(:keys::bigint[]) with ordinality k (key, n)
order by k.n
