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
    login         text not null unique check (login = lower(login)),
    name          text not null,
    password_hash text,
    password_set_at timestamptz,
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

grant select on identity.role to bamcoso_app;
grant select, insert on identity.app_user to bamcoso_app;
grant update (name, password_hash, password_set_at, language, disabled_at, version) on identity.app_user to bamcoso_app;
grant select, insert on identity.user_grant to bamcoso_app;
grant update (valid_to) on identity.user_grant to bamcoso_app;

-- What other rooms may read: who a user is, never the password.
create view identity.pub_user with (security_invoker = true) as select id as user_id, login, name from identity.app_user;
grant select on identity.pub_user to bamcoso_app;

