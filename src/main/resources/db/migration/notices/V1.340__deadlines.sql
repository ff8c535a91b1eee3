-- What falls due is told before, on the day and after, first to the post that owes it, then up the chain of command; once a day it goes out by e-mail.
create table notices.rule (
    only_one    boolean  primary key default true check (only_one),
    days_before int[]    not null default '{7,3,1}' check (cardinality(days_before) between 1 and 6 and 0 < all (days_before) and 60 >= all (days_before)),
    grace_days  smallint not null default 2 check (grace_days between 1 and 30),
    levels      smallint not null default 2 check (levels between 0 and 3)
);
insert into notices.rule default values;
grant select, update on notices.rule to bamcoso_app;
comment on table  notices.rule is 'When what falls due is told, and how far up; one row';
comment on column notices.rule.only_one is 'There is one row';
comment on column notices.rule.days_before is 'How many days before the last day it is told; on the working day before when offices are closed';
comment on column notices.rule.grace_days is 'Working days between one level of the chain of command and the next';
comment on column notices.rule.levels is 'How many levels up it is told; 0: never';

create table notices.told (
    code      text     not null,
    ref       text     not null,
    last_day  date     not null,
    stage     text     not null check (stage ~ '^(before[0-9]+|day|after|up[1-3])$'),
    office_id int      not null,
    role      text,
    vacant    boolean  not null,
    told_at   timestamptz not null,
    field     smallint not null,
    home      smallint not null,
    place_id  int      not null,
    constraint told_once unique nulls not distinct (code, ref, last_day, stage, office_id, role)
);
call access.protect('notices.told');
grant select, insert on notices.told to bamcoso_app;
comment on table  notices.told is 'Which deadline was told to which post at which stage: each once, however many run at the same time';
comment on column notices.told.code is 'What kind of thing falls due, as its room names it';
comment on column notices.told.ref is 'Which one';
comment on column notices.told.last_day is 'The last day that counts; another day is another deadline';
comment on column notices.told.stage is 'before7 … before1, day, after, up1 … up3';
comment on column notices.told.office_id is 'Office of the post that was told';
comment on column notices.told.role is 'Role of the post; null: the whole office';
comment on column notices.told.vacant is 'The post that was meant had no holder, so this one was told in its place';
comment on column notices.told.told_at is 'When';
comment on column notices.told.field is 'Field of work of what falls due';
comment on column notices.told.home is 'Province of the 63 of its place';
comment on column notices.told.place_id is 'Its place';

create table notices.preference (
    user_id      int      primary key references identity.app_user,
    email        text     check (email ~ '^[^@\s]+@[^@\s]+$'),
    confirmed_at timestamptz,
    code_hash    bytea,
    code_until   timestamptz,
    code_tries   smallint not null default 0,
    by_mail      boolean  not null default true,
    digest_hour  smallint not null default 7 check (digest_hour between 0 and 23),
    quiet_from   smallint not null default 20 check (quiet_from between 0 and 23),
    quiet_to     smallint not null default 6 check (quiet_to between 0 and 23),
    days_off     boolean  not null default false,
    language     text     not null default 'vi' check (language in ('vi', 'en')),
    constraint preference_confirmed check (confirmed_at is null or email is not null)
);
comment on table  notices.preference is 'How somebody wants to be told';
comment on column notices.preference.user_id is 'Who';
comment on column notices.preference.email is 'Address; null for none';
comment on column notices.preference.confirmed_at is 'When the address was confirmed with a code sent to it; null: not yet, nothing else is sent there';
comment on column notices.preference.code_hash is 'Hash of the code that was sent; null when none waits';
comment on column notices.preference.code_until is 'Until when the code holds';
comment on column notices.preference.code_tries is 'How often a wrong code was typed';
comment on column notices.preference.by_mail is 'Whether the digest is sent';
comment on column notices.preference.digest_hour is 'Hour of the day (Viet Nam) from which it is sent';
comment on column notices.preference.quiet_from is 'Hour from which nothing is sent';
comment on column notices.preference.quiet_to is 'Hour from which it may be sent again; equal to the other: no quiet hours';
comment on column notices.preference.days_off is 'Whether it is sent on days off, too';
comment on column notices.preference.language is 'Language of the digest';

create table notices.mail (
    id       bigint generated always as identity primary key,
    user_id  int    not null references identity.app_user,
    day      date   not null,
    notices  bigint[] not null,
    status   text   not null check (status in ('waiting', 'sending', 'sent', 'failed')),
    tries    smallint not null default 0,
    next_try timestamptz not null,
    problem  text,
    sent_at  timestamptz,
    constraint mail_once_a_day unique (user_id, day),
    constraint mail_sent check ((status = 'sent') = (sent_at is not null))
);
create index on notices.mail (next_try) where status in ('waiting', 'sending');
create index on notices.mail (day desc, id) where status = 'failed';
comment on table  notices.mail is 'Digests by e-mail, one for a person and a day; what stands in it is made of the notices when it is sent';
comment on column notices.mail.id is 'Own number';
comment on column notices.mail.user_id is 'To whom';
comment on column notices.mail.day is 'Of which day';
comment on column notices.mail.notices is 'Which notices it lists';
comment on column notices.mail.status is 'waiting, sending, sent, or failed for good';
comment on column notices.mail.tries is 'How often it was tried';
comment on column notices.mail.next_try is 'When it is tried next';
comment on column notices.mail.problem is 'What the mail server said last; null when nothing went wrong';
comment on column notices.mail.sent_at is 'When it was taken by the mail server';

create table notices.calendar_address (
    hash       bytea primary key,
    user_id    int   not null references identity.app_user,
    made_at    timestamptz not null,
    revoked_at timestamptz
);
create unique index calendar_address_one on notices.calendar_address (user_id) where revoked_at is null;
comment on table  notices.calendar_address is 'Secret addresses under which a calendar program asks for somebody''s due days';
comment on column notices.calendar_address.hash is 'Hash of the secret part; the address itself is shown once';
comment on column notices.calendar_address.user_id is 'Whose days';
comment on column notices.calendar_address.made_at is 'When it was made';
comment on column notices.calendar_address.revoked_at is 'When it was revoked; null while it holds';

create table notices.job (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on notices.job (execution_time);
grant select, insert, update, delete on notices.job to bamcoso_app;
comment on table  notices.job is 'When the program''s own jobs run next; kept by db-scheduler, so that of several nodes one runs each';
comment on column notices.job.task_name is 'Name of the job';
comment on column notices.job.task_instance is 'Which of them';
comment on column notices.job.task_data is 'What it carries; nothing here';
comment on column notices.job.execution_time is 'When it runs next';
comment on column notices.job.picked is 'Whether a node runs it now';
comment on column notices.job.picked_by is 'Which node';
comment on column notices.job.last_success is 'When it last ended well';
comment on column notices.job.last_failure is 'When it last failed';
comment on column notices.job.consecutive_failures is 'How often in a row';
comment on column notices.job.last_heartbeat is 'When the node last said that it is still at it';
comment on column notices.job.version is 'Counts changes';
comment on column notices.job.priority is 'Lower goes later';

-- One's own; the program itself sees all; the administrator sees which digests did not arrive, not what stood in them.
alter table notices.preference enable row level security;
create policy own_rows on notices.preference to bamcoso_app
    using (user_id = (select access.user_id()) or (select access.user_id()) = 0) with check (user_id = (select access.user_id()) or (select access.user_id()) = 0);
alter table notices.mail enable row level security;
create policy own_read on notices.mail for select to bamcoso_app
    using ((select access.user_id()) = 0 or user_id = (select access.user_id()) or status in ('waiting', 'failed') and (select access.has_role('administrator')));
create policy own_add on notices.mail for insert to bamcoso_app with check ((select access.user_id()) = 0);
create policy own_change on notices.mail for update to bamcoso_app using ((select access.user_id()) = 0);
alter table notices.calendar_address enable row level security;
create policy own_rows on notices.calendar_address to bamcoso_app
    using (user_id = (select access.user_id()) or (select access.user_id()) = 0) with check (user_id = (select access.user_id()));
grant select, insert, update on notices.preference to bamcoso_app;
grant select, insert, update (status, tries, next_try, problem, sent_at) on notices.mail to bamcoso_app;
grant select, insert, update (revoked_at) on notices.calendar_address to bamcoso_app;
