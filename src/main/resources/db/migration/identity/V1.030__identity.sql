-- Users, roles, grants, sessions. A grant = role × office (with what lies below) × field of work × days.
create schema identity;
grant usage on schema identity to bamcoso_app;

create table identity.role (
    code    text primary key,
    name_vi text not null,
    name_en text not null,
    reads   boolean not null,
    writes  boolean not null
);
insert into identity.role values
    ('commune_clerk',       'Cán bộ tổng hợp',        'Commune clerk',        true,  true),
    ('commune_chief',       'Trưởng Công an xã',      'Commune chief',        true,  true),
    ('commune_deputy',      'Phó Trưởng Công an xã',  'Deputy commune chief', true,  true),
    ('provincial_staff',    'Cán bộ tham mưu tỉnh',   'Provincial staff',     true,  true),
    ('provincial_director', 'Giám đốc Công an tỉnh',  'Provincial director',  true,  true),
    ('ministry_office',     'Văn phòng Bộ',           'Ministry Office',      true,  true),
    ('department',          'Cục nghiệp vụ',          'Department',           true,  true),
    ('leader',              'Lãnh đạo Bộ',            'Leader',               true,  false),
    ('records_clerk',       'Văn thư',                'Clerk of documents',   true,  true),
    ('gazetteer_keeper',    'Cán bộ giữ địa danh',    'Gazetteer keeper',     true,  true),
    ('administrator',       'Quản trị tài khoản',     'Administrator',        false, false),
    ('auditor',             'Kiểm toán nhật ký',      'Auditor',              false, false);

create table identity.app_user (
    id            int generated always as identity primary key,
    login         text not null unique,
    name          text not null,
    password_hash text,
    language      text not null default 'vi' check (language in ('vi', 'en')),
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz,
    version       int not null default 0
);
create table identity.user_grant (
    id         int generated always as identity primary key,
    user_id    int  not null references identity.app_user,
    role       text not null references identity.role,
    office_id  int  not null references territory.office,
    field      smallint references access.field,
    valid_from date not null,
    valid_to   date not null,
    given_by   int not null,
    given_at   timestamptz not null default now(),
    constraint user_grant_days check (valid_from < valid_to)
);
create index on identity.user_grant (user_id);

-- Opens a transaction for a user: which fields reach the nation, which provinces (of the 63), which places.
create function access.enter(who int, acting_grant int) returns void language plpgsql security definer
    set search_path = pg_catalog as $body$
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
