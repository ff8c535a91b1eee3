-- Keys of acts that may come twice, so that each is done once.
create table reporting.done_once (
    user_id int         not null,
    key     text        not null,
    what    text        not null,
    done_at timestamptz not null,
    primary key (user_id, key)
);
grant select, insert, delete on reporting.done_once to bamcoso_app;
comment on table  reporting.done_once is 'Acts done under a key that their sender gave them; the same key again does nothing';
comment on column reporting.done_once.user_id is 'User who acted';
comment on column reporting.done_once.key is 'The key, unique for the user';
comment on column reporting.done_once.what is 'What was done under it';
comment on column reporting.done_once.done_at is 'When';
