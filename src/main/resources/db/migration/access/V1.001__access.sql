-- Who acts, and how far that reaches. Every row policy of every room reads the functions below, once a statement.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema access;
grant usage on schema access to bamcoso_app;

create table access.field (
    id      smallint primary key,
    code    text not null unique,
    name_vi text not null,
    name_en text not null
);
comment on table  access.field is 'Fields of work (lĩnh vực công tác); a grant, an indicator and a form each belong to one';
comment on column access.field.id is 'Small number that rows carry';
comment on column access.field.code is 'Stable name used in files and over HTTP';
comment on column access.field.name_vi is 'Vietnamese name';
comment on column access.field.name_en is 'English name';
insert into access.field values
    (1, 'organisation', 'Tổ chức, biên chế, bố trí',          'Organisation and posting'),
    (2, 'party',        'Xây dựng Đảng',                      'Party building'),
    (3, 'money',        'Kinh phí, hậu cần',                  'Money and logistics'),
    (4, 'security',     'Bảo đảm an ninh, trật tự',           'Security and order'),
    (5, 'residence',    'Dân cư, căn cước',                   'Residence and identity cards'),
    (6, 'movement',     'Phong trào, tuyên truyền, khen thưởng', 'Movement, information, commendation'),
    (7, 'tasks',        'Nhiệm vụ trọng tâm',                 'Key tasks'),
    (8, 'general',      'Tổng hợp',                           'General staff work');
grant select on access.field to bamcoso_app;

-- The scope of the running transaction, as sets of ids. access.enter (defined by identity) fills the settings.
-- A row with (field, home, place_id) is in scope when its field is held for the whole nation, or field and home
-- (province of the 63) together are held, or field and place together are held.
create function access.user_id() returns int stable language sql
    as $$ select nullif(current_setting('bamcoso.user', true), '')::int $$;
create function access.ints(setting text) returns int[] stable language sql
    as $$ select coalesce(nullif(current_setting(setting, true), ''), '{}')::int[] $$;
create function access.bigints(setting text) returns bigint[] stable language sql
    as $$ select coalesce(nullif(current_setting(setting, true), ''), '{}')::bigint[] $$;
create function access.home_key(field smallint, home smallint) returns int immutable parallel safe language sql
    as $$ select field::int * 1000 + home $$;
create function access.place_key(field smallint, place_id int) returns bigint immutable parallel safe language sql
    as $$ select field::bigint * 4294967296 + place_id $$;
comment on function access.user_id() is 'identity.app_user.id of who acts in this transaction; 0 the program itself; null nobody';
comment on function access.ints(text) is 'A set of ids kept in a transaction setting';
comment on function access.bigints(text) is 'A set of large ids kept in a transaction setting';
comment on function access.home_key(smallint, smallint) is 'Field of work and province of the 63 in one number';
comment on function access.place_key(smallint, int) is 'Field of work and place in one number';

-- The one row policy of the house, for any table with the columns field, home and place_id: read within the reading
-- scope, write within the writing scope. Only btree comparisons, so that it can use and be pushed below indexes.
create procedure access.protect(target regclass) language plpgsql as $body$
declare
    reads  text := '(field = any ((select access.ints(''bamcoso.r_nation''))::int[])'
                || ' or field::int * 1000 + home = any ((select access.ints(''bamcoso.r_homes''))::int[])'
                || ' or field::bigint * 4294967296 + place_id = any ((select access.bigints(''bamcoso.r_places''))::bigint[]))';
    writes text := replace(reads, 'bamcoso.r_', 'bamcoso.w_');
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy scope_read on %s for select to bamcoso_app using %s', target, reads);
    execute format('create policy scope_add on %s for insert to bamcoso_app with check %s', target, writes);
    execute format('create policy scope_change on %s for update to bamcoso_app using %s with check %s', target, writes, writes);
    execute format('create policy scope_remove on %s for delete to bamcoso_app using %s', target, writes);
end $body$;
comment on procedure access.protect(regclass) is 'Puts the house''s row policy on a table with columns field, home, place_id';
