-- The planner knows the loaded nation at once, not when autovacuum comes by: the first pages are asked within the minute.
create function demo.take_stock() returns void language plpgsql security definer set search_path = pg_catalog as $body$
declare
    each record;
begin
    for each in select c.oid::regclass as name, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('reporting', 'figures', 'staffing', 'papers', 'reviews', 'campaigns', 'identity') and not c.relispartition
                  and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'usage') loop
        execute format(case each.relkind when 'p' then 'analyze only %s' else 'analyze %s' end, each.name);
    end loop;
end $body$;
comment on function demo.take_stock() is 'Refreshes the planner''s statistics when the demonstration nation is loaded';
grant execute on function demo.take_stock() to bamcoso_app;
revoke execute on function demo.take_stock() from public;
