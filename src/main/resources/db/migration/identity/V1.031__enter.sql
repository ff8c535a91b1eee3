-- Opens a transaction for a user: which fields reach the nation, which provinces (of the 63), which places. A grant counts
-- while its days hold and its office stands; how far it reaches is told by today's map, for places of every day.
create index place_province on territory.place (id) include (home) where level = 'province';
create function access.enter(who int, acting_grant int) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $body$
declare
    today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
    map   int;
    r_nation text; w_nation text; r_homes text; w_homes text; r_places text; w_places text;
begin
    if who = 0 then
        select '{' || string_agg(id::text, ',') || ',109}' into r_nation from access.field;
        w_nation := r_nation;
    else
        select v.id into map from territory.vintage v where v.valid_from <= today and today < v.valid_to;
        with held as materialized (
            select g.field, r.reads, r.writes, r.persons, p.id as place_id, p.level
            from identity.user_grant g
            join identity.role r on r.code = g.role and (r.reads or r.writes)
            join identity.app_user u on u.id = g.user_id and u.disabled_at is null
            join territory.office_state o on o.office_id = g.office_id and o.valid_from <= today and today < o.valid_to
            join territory.place p on p.id = o.place_id
            where g.user_id = who and (acting_grant = 0 or g.id = acting_grant)
              and g.valid_from <= today and today < g.valid_to
        ), fields as (
            -- 109 beside 9: this grant opens the records of persons, not only papers and counts of the field personnel
            select f.id::int as id, false as persons from access.field f union all select 109, true
        ), nation as (
            select distinct f.id, h.reads, h.writes from held h join fields f on (h.field is null or f.id % 100 = h.field) and (h.persons or not f.persons) where h.level = 'nation'
        ), homes as (
            -- the provinces of the 63 that lie in this one: few provinces were ever, so they are asked one by one
            select distinct access.home_key(f.id::smallint, b.home) as key, h.reads, h.writes
            from held h
            cross join lateral (
                select distinct old.home from territory.place old
                join territory.reach rc on rc.vintage_id = map and rc.place_id = old.id and rc.ancestor_id = h.place_id
                where old.level = 'province') b
            join fields f on (h.field is null or f.id % 100 = h.field) and (h.persons or not f.persons)
            where h.level = 'province'
        ), places as (
            -- the place itself, all that became part of it, and what lies in these
            select distinct access.place_key(f.id::smallint, rc.place_id) as key, h.reads, h.writes
            from held h
            join territory.reach rc on rc.vintage_id = map and rc.ancestor_id = h.place_id
            join fields f on (h.field is null or f.id % 100 = h.field) and (h.persons or not f.persons)
            where h.level in ('district', 'commune')
        )
        select (select '{' || string_agg(id::text, ',') filter (where reads) || '}' from nation),
               (select '{' || string_agg(id::text, ',') filter (where writes) || '}' from nation),
               (select '{' || string_agg(key::text, ',') filter (where reads) || '}' from homes),
               (select '{' || string_agg(key::text, ',') filter (where writes) || '}' from homes),
               (select '{' || string_agg(key::text, ',') filter (where reads) || '}' from places),
               (select '{' || string_agg(key::text, ',') filter (where writes) || '}' from places)
        into r_nation, w_nation, r_homes, w_homes, r_places, w_places;
    end if;
    perform set_config('bamcoso.user', who::text, true), set_config('bamcoso.grant', acting_grant::text, true),
            set_config('bamcoso.r_nation', coalesce(r_nation, ''), true), set_config('bamcoso.w_nation', coalesce(w_nation, ''), true),
            set_config('bamcoso.r_homes', coalesce(r_homes, ''), true),   set_config('bamcoso.w_homes', coalesce(w_homes, ''), true),
            set_config('bamcoso.r_places', coalesce(r_places, ''), true), set_config('bamcoso.w_places', coalesce(w_places, ''), true);
end $body$;
comment on function access.enter(int, int) is 'Sets who acts and the scope of the running transaction, from the grants that hold today';
revoke execute on function access.enter(int, int) from public;
grant execute on function access.enter(int, int) to bamcoso_app;

-- Whether who acts now holds a role today (under the grant acted with); the program itself holds every role.
create function access.has_role(wanted text) returns boolean stable language sql security definer
    set search_path = pg_catalog, pg_temp as $$
    select access.user_id() = 0 or exists (
        select from identity.user_grant g
        join identity.app_user u on u.id = g.user_id and u.disabled_at is null
        join territory.office_state o on o.office_id = g.office_id
        cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) t
        where g.user_id = access.user_id() and g.role = wanted
          and current_setting('bamcoso.grant', true) in ('', '0', g.id::text)
          and g.valid_from <= t.today and t.today < g.valid_to and o.valid_from <= t.today and t.today < o.valid_to)
$$;
comment on function access.has_role(text) is 'True when who acts in this transaction holds the role today';
revoke execute on function access.has_role(text) from public;
grant execute on function access.has_role(text) to bamcoso_app;

-- Papers and counts of the field personnel are for whoever holds the field, also with all the others. The records of persons are not: who
-- numbers documents of every field keeps nobody's record. So a role says whether it opens them, and their tables ask for that besides.
create procedure access.protect_persons(target regclass, own text default 'false') language plpgsql as $body$
begin
    execute format('create policy persons_only on %s as restrictive for all to bamcoso_app using (field <> 9'
        || ' or 109 = any ((select access.ints(''bamcoso.r_nation''))::int[])'
        || ' or 109000 + home = any ((select access.ints(''bamcoso.r_homes''))::int[])'
        || ' or 109 * 4294967296 + place_id = any ((select access.bigints(''bamcoso.r_places''))::bigint[]) or %s)', target, own);
end $body$;
comment on procedure access.protect_persons(regclass, text) is 'Besides the policy of the house: rows of the field personnel only for grants that open records of persons, and where a condition names the own record';
