-- Opens a transaction for a user: which fields reach the nation, which provinces (of the 63), which places.
create function access.enter(who int, acting_grant int) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $body$
declare
    today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
    map   int;
    r_nation text; w_nation text; r_homes text; w_homes text; r_places text; w_places text;
begin
    if who = 0 then
        select '{' || string_agg(id::text, ',') || '}' into r_nation from access.field;
        w_nation := r_nation;
    else
        select v.id into map from territory.vintage v where v.valid_from <= today and today < v.valid_to;
        with held as (
            select f.id as field, r.writes, r.reads, p.id as place_id, p.level
            from identity.user_grant g
            join identity.role r on r.code = g.role
            join identity.app_user u on u.id = g.user_id and u.disabled_at is null
            join territory.office_state o on o.office_id = g.office_id and o.valid_from <= today and today < o.valid_to
            join territory.place p on p.id = o.place_id
            join access.field f on g.field is null or f.id = g.field
            where g.user_id = who and (acting_grant = 0 or g.id = acting_grant)
              and g.valid_from <= today and today < g.valid_to
        ), homes as (
            select distinct h.field, h.reads, h.writes, below.home
            from held h
            join territory.reach rc on rc.vintage_id = map and rc.ancestor_id = h.place_id
            join territory.place below on below.id = rc.place_id and below.level = 'province'
            where h.level = 'province'
        ), places as (
            select distinct h.field, h.reads, h.writes, rc.place_id
            from held h
            join territory.reach rc on rc.vintage_id = map and rc.ancestor_id = h.place_id
            where h.level in ('district', 'commune')
        )
        select '{' || string_agg(distinct h.field::text, ',') filter (where h.reads and h.level = 'nation') || '}',
               '{' || string_agg(distinct h.field::text, ',') filter (where h.writes and h.level = 'nation') || '}',
               (select '{' || string_agg(access.home_key(field, home)::text, ',') filter (where reads) || '}' from homes),
               (select '{' || string_agg(access.home_key(field, home)::text, ',') filter (where writes) || '}' from homes),
               (select '{' || string_agg(access.place_key(field, place_id)::text, ',') filter (where reads) || '}' from places),
               (select '{' || string_agg(access.place_key(field, place_id)::text, ',') filter (where writes) || '}' from places)
        into r_nation, w_nation, r_homes, w_homes, r_places, w_places
        from held h;
    end if;
    perform set_config('bamcoso.user', who::text, true),
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
        select from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null
        where g.user_id = access.user_id() and g.role = wanted
          and g.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
          and (now() at time zone 'Asia/Ho_Chi_Minh')::date < g.valid_to)
$$;
comment on function access.has_role(text) is 'True when who acts in this transaction holds the role today';
revoke execute on function access.has_role(text) from public;
grant execute on function access.has_role(text) to bamcoso_app;
