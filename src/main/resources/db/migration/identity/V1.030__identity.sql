-- Users, roles, grants, sessions. A grant = role × office (with what lies below) × field of work × days.
create schema identity;
grant usage on schema identity to bamcoso_app;

create table identity.role (
    code    text primary key,
    name_vi text not null,
    name_en text not null,
    reads   boolean not null,
    writes  boolean not null,
    persons boolean not null
);
insert into identity.role values
    ('commune_clerk',       'Cán bộ tổng hợp',        'Commune clerk',        true,  true, true),
    ('commune_chief',       'Trưởng Công an cấp xã', 'Commune chief',        true,  true, true),
    ('commune_deputy',      'Phó Trưởng Công an cấp xã', 'Deputy commune chief', true,  true, true),
    ('provincial_staff',    'Cán bộ tham mưu tỉnh',   'Provincial staff',     true,  true, true),
    ('provincial_director', 'Giám đốc Công an cấp tỉnh', 'Provincial director',  true,  true, true),
    ('ministry_office',     'Văn phòng Bộ',           'Ministry Office',      true,  true, true),
    ('department',          'Cục nghiệp vụ',          'Department',           true,  true, true),
    ('leader',              'Lãnh đạo Bộ',            'Leader',               true,  false, true),
    ('records_clerk',       'Văn thư',                'Clerk of documents',   true,  true, false),
    ('gazetteer_keeper',    'Cán bộ giữ địa danh',    'Gazetteer keeper',     true,  true, false),
    ('administrator',       'Quản trị tài khoản',     'Administrator',        false, false, false),
    ('auditor',             'Kiểm toán nhật ký',      'Auditor',              false, false, false);
comment on table identity.role is 'What somebody may be entrusted with; fixed by the program';
comment on column identity.role.code is 'Stable name, used by the program';
comment on column identity.role.name_vi is 'Vietnamese name';
comment on column identity.role.name_en is 'English name';
comment on column identity.role.reads is 'Whether a grant of it opens rows for reading';
comment on column identity.role.writes is 'Whether a grant of it opens rows for writing';
comment on column identity.role.persons is 'Whether a grant of it opens records of persons, where it covers the field personnel';

create table identity.app_user (
    id            int generated always as identity primary key,
    login         text not null constraint app_user_login_once unique,
    name          text not null,
    password_hash text,
    password_set_at timestamptz,
    password_once boolean not null default false,
    second_factor bytea,
    second_factor_step bigint,
    language      text not null default 'vi' check (language in ('vi', 'en')),
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz,
    version       int not null default 0,
    constraint app_user_login_form check (login = lower(login) and login ~ '^[a-z0-9][a-z0-9._-]{1,59}$')
);
comment on table identity.app_user is 'Who may sign in: officers and the keepers of the system; no other person';
comment on column identity.app_user.id is 'Number that acts carry; never given twice';
comment on column identity.app_user.login is 'What is typed to sign in; never changes';
comment on column identity.app_user.name is 'Name as shown beside acts';
comment on column identity.app_user.password_hash is 'Argon2id; null while no password was set';
comment on column identity.app_user.password_set_at is 'When the password was last set';
comment on column identity.app_user.password_once is 'The password was given by an administrator and must be changed at the next sign-in';
comment on column identity.app_user.second_factor is 'Secret of the one-time codes, encrypted with a key outside the database; null when none is used';
comment on column identity.app_user.second_factor_step is 'Time step of the last accepted code: each works once';
comment on column identity.app_user.language is 'vi or en';
comment on column identity.app_user.created_at is 'When the account was opened';
comment on column identity.app_user.disabled_at is 'When it was closed; null while it is open';
comment on column identity.app_user.version is 'Counts the changes of account and grants, so that two administrators do not overwrite each other';

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
    ended_by   int,
    ended_at   timestamptz,
    constraint user_grant_days check (valid_from <= valid_to),
    constraint user_grant_no_overlap exclude using gist (user_id with =, role with =, office_id with =, (coalesce(field, 0)) with =, daterange(valid_from, valid_to) with &&)
);
create index on identity.user_grant (user_id);
create index on identity.user_grant (office_id);
comment on table identity.user_grant is 'Who holds which role at which office (with what lies below it), for which field of work, on which days';
comment on column identity.user_grant.id is 'Number of the grant';
comment on column identity.user_grant.user_id is 'Who holds it';
comment on column identity.user_grant.role is 'The role';
comment on column identity.user_grant.office_id is 'The office; the grant counts only while the office stands';
comment on column identity.user_grant.field is 'Field of work; null for all of them';
comment on column identity.user_grant.valid_from is 'First day';
comment on column identity.user_grant.valid_to is 'First day on which it no longer holds; equal to the first when it was taken back before it began';
comment on column identity.user_grant.given_by is 'Who gave it; 0 the program';
comment on column identity.user_grant.given_at is 'When it was given';
comment on column identity.user_grant.ended_by is 'Who brought its end forward; null when nobody did';
comment on column identity.user_grant.ended_at is 'When its end was brought forward';

grant select on identity.role to bamcoso_app;
grant select, insert on identity.app_user to bamcoso_app;
grant update (name, password_hash, password_set_at, password_once, second_factor, second_factor_step, language, disabled_at, version)
    on identity.app_user to bamcoso_app;
grant select, insert on identity.user_grant to bamcoso_app;
grant update (valid_to, ended_by, ended_at) on identity.user_grant to bamcoso_app;

-- What other rooms may read: who a user is, never the password.
create view identity.pub_user with (security_invoker = true) as select id as user_id, login, name from identity.app_user;
grant select on identity.pub_user to bamcoso_app;
comment on view identity.pub_user is 'Names of users, to show beside what they did';
comment on column identity.pub_user.user_id is 'Number that acts carry';
comment on column identity.pub_user.login is 'What is typed to sign in';
comment on column identity.pub_user.name is 'Name as shown';
