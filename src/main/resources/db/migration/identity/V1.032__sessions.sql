-- Sessions, API tokens and the counters that slow guessing down. No row policy: read before anybody is signed in.
create table identity.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);
create table identity.spring_session_attributes (
    session_primary_id char(36)     not null references identity.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
comment on table identity.spring_session is 'Sessions of signed-in browsers, shared by all nodes; layout given by Spring Session';
comment on column identity.spring_session.primary_id is 'Key that never changes';
comment on column identity.spring_session.session_id is 'What the cookie carries; changes at sign-in';
comment on column identity.spring_session.creation_time is 'Milliseconds since 1970';
comment on column identity.spring_session.last_access_time is 'Milliseconds since 1970';
comment on column identity.spring_session.max_inactive_interval is 'Seconds without a request after which it ends';
comment on column identity.spring_session.expiry_time is 'Milliseconds since 1970';
comment on column identity.spring_session.principal_name is 'Login of the user; null before sign-in';
comment on table identity.spring_session_attributes is 'What a session remembers';
comment on column identity.spring_session_attributes.session_primary_id is 'The session';
comment on column identity.spring_session_attributes.attribute_name is 'Name of what is remembered';
comment on column identity.spring_session_attributes.attribute_bytes is 'Its value, serialised';
grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes to bamcoso_app;

create table identity.api_token (
    id         int generated always as identity primary key,
    user_id    int  not null references identity.app_user,
    prefix     text not null unique,
    hash       bytea not null,
    name       text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_at    timestamptz
);
create index on identity.api_token (user_id);
comment on table identity.api_token is 'Bearer tokens for /api; the token itself is shown once and never kept';
comment on column identity.api_token.id is 'Own number';
comment on column identity.api_token.user_id is 'As whom it acts';
comment on column identity.api_token.prefix is 'First part, by which its owner knows it again';
comment on column identity.api_token.hash is 'SHA-256 of the whole token (it is 256 random bits: no slow hash is needed)';
comment on column identity.api_token.name is 'What its owner calls it';
comment on column identity.api_token.created_at is 'When it was made';
comment on column identity.api_token.expires_at is 'From when on it is refused';
comment on column identity.api_token.revoked_at is 'When it was taken back; null while it holds';
comment on column identity.api_token.used_at is 'Last use, to ten minutes';
grant select, insert on identity.api_token to bamcoso_app;
grant update (revoked_at, used_at) on identity.api_token to bamcoso_app;

create table identity.attempt (
    key     bytea primary key,
    failed  int not null,
    resets_at timestamptz not null
);
comment on table identity.attempt is 'Failed sign-ins by login, by address and by both: counted here so that all nodes agree';
comment on column identity.attempt.key is 'SHA-256 of what is counted (what was typed as a login may be a password)';
comment on column identity.attempt.failed is 'Attempts not known to have succeeded since the count began';
comment on column identity.attempt.resets_at is 'When the count begins anew';
grant select, insert, update, delete on identity.attempt to bamcoso_app;

create table identity.first_link (
    only_one   boolean primary key default true check (only_one),
    hash       bytea not null,
    expires_at timestamptz not null
);
comment on table identity.first_link is 'The link by which the first administrator comes in; gone when used';
comment on column identity.first_link.only_one is 'There is at most one';
comment on column identity.first_link.hash is 'SHA-256 of the secret in the link';
comment on column identity.first_link.expires_at is 'From when on it is refused';
grant select, insert, update, delete on identity.first_link to bamcoso_app;
