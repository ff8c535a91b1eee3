-- What somebody is told: addressed to a post (office and role), to a whole office, or to one person; each once.
create schema notices;
grant usage on schema notices to bamcoso_app;

create table notices.notice (
    id        bigint generated always as identity primary key,
    office_id int  references territory.office,
    role      text references identity.role,
    user_id   int  references identity.app_user,
    post      text generated always as (office_id::text || ':' || coalesce(role, '')) stored,
    kind      text not null check (kind in ('news', 'reminder', 'escalation')),
    words_vi  text not null,
    words_en  text not null,
    link      text not null,
    asks      boolean not null,
    once_key  text not null constraint notice_once unique,
    told_by   int not null,
    told_at   timestamptz not null,
    constraint notice_to_post_or_person check ((office_id is null) <> (user_id is null) and (role is null or office_id is not null)),
    constraint notice_link_stays_here check (link = '' or link ~ '^/($|[^/\\])')
);
create index on notices.notice (post, told_at desc);
create index on notices.notice (user_id, told_at desc) where user_id is not null;
create index on notices.notice (told_by, told_at desc) where told_by <> 0;
comment on table  notices.notice is 'What was told to whom; never changed';
comment on column notices.notice.id is 'Own number';
comment on column notices.notice.office_id is 'Office to which it is addressed; null when it is addressed to one person';
comment on column notices.notice.role is 'Role at that office; null for the whole office';
comment on column notices.notice.user_id is 'The one person to whom it is addressed; null when to a post';
comment on column notices.notice.post is 'Office and role in one text, by which the row policy compares';
comment on column notices.notice.kind is 'news, reminder (before and on the day), escalation (to a superior post)';
comment on column notices.notice.words_vi is 'The sentence in Vietnamese, as it was told';
comment on column notices.notice.words_en is 'The sentence in English, as it was told';
comment on column notices.notice.link is 'Page of this program that it is about; empty for none';
comment on column notices.notice.asks is 'Whether somebody must confirm to have taken note';
comment on column notices.notice.once_key is 'What is told once only, whatever runs twice';
comment on column notices.notice.told_by is 'Who told it; 0 the program';
comment on column notices.notice.told_at is 'When it was told';

create table notices.reading (
    notice_id bigint not null references notices.notice,
    user_id   int    not null references identity.app_user,
    at        timestamptz not null,
    primary key (notice_id, user_id)
);
comment on table  notices.reading is 'Who has read a notice';
comment on column notices.reading.notice_id is 'The notice';
comment on column notices.reading.user_id is 'Who read it';
comment on column notices.reading.at is 'When first';

create table notices.acknowledgement (
    notice_id bigint not null references notices.notice,
    user_id   int    not null references identity.app_user,
    at        timestamptz not null,
    primary key (notice_id, user_id)
);
comment on table  notices.acknowledgement is 'Who has confirmed to have taken note, where that was asked';
comment on column notices.acknowledgement.notice_id is 'The notice';
comment on column notices.acknowledgement.user_id is 'Who confirmed';
comment on column notices.acknowledgement.at is 'When';

-- The posts that who acts holds today, and since when: a new holder is not asked about what was told before. What is told to an
-- office is told to those whose role reads contents: neither to who keeps its accounts nor to who reads its logs.
create function notices.held() returns table (post text, since timestamptz) stable language sql as $$
    select p.post, min(h.valid_from)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    from identity.pub_holder h
    join identity.pub_role r on r.role = h.role
    cross join lateral (values (h.office_id::text || ':' || h.role), (case when r.reads then h.office_id::text || ':' end)) p(post)
    cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) t
    where h.user_id = access.user_id() and h.valid_from <= t.today and t.today < h.valid_to and p.post is not null
    group by p.post
$$;
comment on function notices.held() is 'Posts held today by who acts in this transaction, and from which moment';
create function notices.held_posts() returns text[] stable language sql as $$ select coalesce(array_agg(post), '{}') from notices.held() $$;
comment on function notices.held_posts() is 'The same posts as one set, for the row policy';

-- A notice is seen by the person or post to which it goes, by who told it, and by the program.
alter table notices.notice enable row level security;
create policy own_read on notices.notice for select to bamcoso_app
    using (user_id = (select access.user_id()) or post = any ((select notices.held_posts())::text[])
        or told_by = (select access.user_id()) or (select access.user_id()) = 0);
create policy own_add on notices.notice for insert to bamcoso_app with check (told_by = (select access.user_id()));
alter table notices.reading enable row level security;
create policy own_read on notices.reading for select to bamcoso_app using (exists (select from notices.notice n where n.id = notice_id));
create policy own_add on notices.reading for insert to bamcoso_app
    with check (user_id = (select access.user_id()) and exists (select from notices.notice n where n.id = notice_id));
alter table notices.acknowledgement enable row level security;
create policy own_read on notices.acknowledgement for select to bamcoso_app using (exists (select from notices.notice n where n.id = notice_id));
create policy own_add on notices.acknowledgement for insert to bamcoso_app
    with check (user_id = (select access.user_id()) and exists (select from notices.notice n where n.id = notice_id and n.asks));
grant select, insert on notices.notice, notices.reading, notices.acknowledgement to bamcoso_app;
