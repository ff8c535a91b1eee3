-- As in V1.101; former ranks and education too are loaded all at once.
create or replace function staffing.load(target text) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
declare
    part record;
    again text[] := '{}';
    filled boolean;
    columns text;
    loaded bigint;
begin
    if target not in ('officer', 'officer_before', 'posting', 'post') or access.user_id() is distinct from 0 then
        raise exception 'only the program itself loads officer, officer_before, posting and post' using errcode = 'insufficient_privilege';
    end if;
    execute format('select exists (select from staffing.%I)', target) into filled;
    if filled then
        raise exception '% is not empty', target using errcode = 'object_not_in_prerequisite_state';
    end if;
    for part in select conname, pg_get_constraintdef(oid) as def from pg_constraint where conrelid = ('staffing.' || target)::regclass and (
                    contype = 'x' or contype = 'f' and confrelid in (select oid from pg_class where relnamespace = 'staffing'::regnamespace)) loop
        again := again || format('alter table staffing.%I add constraint %I %s', target, part.conname, part.def);
        execute format('alter table staffing.%I drop constraint %I', target, part.conname);
    end loop;
    for part in select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as def from pg_index
                where indrelid = ('staffing.' || target)::regclass and not exists (select from pg_constraint c where c.conindid = indexrelid) loop
        again := again || part.def;
        execute 'drop index ' || part.name;
    end loop;
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = ('pg_temp.staff_' || target)::regclass and attnum > 0 and not attisdropped;
    execute format('insert into staffing.%1$I (%2$s) select %2$s from pg_temp.%3$I', target, columns, 'staff_' || target);
    get diagnostics loaded = row_count;
    foreach columns in array again loop
        execute columns;
    end loop;
    execute format('analyze staffing.%I', target);
    return loaded;
end $body$;
