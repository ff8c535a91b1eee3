-- Directives, the tasks that come from them, the share that each office has in a task, and what was done with it.
create schema tasks;
grant usage on schema tasks to bamcoso_app;

create table tasks.setting (
    only_one       boolean primary key default true check (only_one),
    clears         text    not null default 'four' check (clears in ('four', 'six')),
    moves_off_days boolean not null default true,
    extensions     smallint check (extensions >= 0)
);
insert into tasks.setting (extensions) values (1);
create table tasks.kind (
    code     text primary key check (code ~ '^[a-z][a-z-]*$'),
    name_vi  text     not null,
    name_en  text     not null,
    bare     boolean  not null,
    position smallint not null
);
insert into tasks.kind values
    ('key',        'Nhiệm vụ trọng tâm',                   'Key task',                      false, 1),
    ('regular',    'Nhiệm vụ thường xuyên',                'Regular task',                  false, 2),
    ('sudden',     'Nhiệm vụ đột xuất',                    'Sudden task',                   false, 3),
    ('conclusion', 'Thực hiện kết luận, chỉ đạo',          'Point of a conclusion',         false, 4),
    ('protection', 'Phương án bảo vệ sự kiện (chỉ số hiệu)', 'Protection plan of an event (number only)', true, 5);
create table tasks.body (
    id        int generated always as identity primary key,
    name      text not null unique,
    office_id int  not null references territory.office
);

create table tasks.directive (
    id         int generated always as identity primary key,
    kind       text     not null check (kind in ('resolution', 'directive', 'plan', 'conclusion', 'decision', 'programme', 'scheme', 'letter', 'dispatch', 'law')),
    number     text     not null check (number <> ''),
    day        date     not null,
    signer     text     not null,
    issuer     text     not null,
    outside    boolean  not null,
    title      text     not null check (title <> ''),
    text       text     not null default '',
    paper_id   int      references papers.paper,
    demo       boolean  not null default false,
    office_id  int      not null references territory.office,
    field      smallint not null references access.field,
    home       smallint not null,
    place_id   int      not null references territory.place,
    entered_by int      not null,
    entered_at timestamptz not null,
    constraint directive_once unique (issuer, number, day)
);
create index on tasks.directive (day desc, id);
create table tasks.briefing (
    id           bigint generated always as identity primary key,
    directive_id int      not null references tasks.directive,
    day          date     not null,
    people       int      not null check (people > 0),
    note         text     not null default '',
    office_id    int      not null references territory.office,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    told_by      int      not null,
    told_at      timestamptz not null
);
create index on tasks.briefing (directive_id);

create table tasks.share (
    id          bigint generated always as identity primary key,
    task_id     int      not null,
    turn        smallint not null default 1,
    office_id   int      not null references territory.office,
    body_id     int      references tasks.body,
    role        text     not null references identity.role,
    status      text     not null check (status in ('assigned', 'refused', 'working', 'blocked', 'proposed', 'done', 'withdrawn', 'merged')),
    due         date     not null,
    last_day    date     not null,
    percent     smallint not null default 0 check (percent between 0 and 100),
    proposed_on date,
    done_on     date,
    blocked_by  text,
    cause       text,
    extensions  smallint not null default 0,
    moved_at    timestamptz not null,
    version     int      not null default 0,
    field       smallint not null,
    home        smallint not null,
    place_id    int      not null references territory.place,
    constraint share_once unique nulls not distinct (task_id, office_id, body_id, turn),
    constraint share_done check ((status = 'done') = (done_on is not null)),
    constraint share_proposed check ((status in ('proposed', 'done')) = (proposed_on is not null)),
    constraint share_blocked check ((status = 'blocked') = (blocked_by is not null))
);
create index on tasks.share (office_id, last_day) where status in ('assigned', 'refused', 'working', 'blocked', 'proposed');
create index on tasks.share (last_day) where status in ('assigned', 'refused', 'working', 'blocked', 'proposed');
create index on tasks.share ((field::bigint * 4294967296 + place_id));
create index on tasks.share ((field::int * 1000 + home));

create table tasks.task (
    id           int generated always as identity primary key,
    directive_id int      references tasks.directive,
    article      text     not null default '',
    share_id     bigint   references tasks.share,
    kind         text     not null references tasks.kind,
    number       smallint,
    title        text     not null check (title <> ''),
    deliverable  text     not null default '',
    authority    text     not null default '',
    audience     text     not null check (audience in ('offices', 'provinces', 'communes')),
    office_ids   int[]    not null default '{}',
    body_ids     int[]    not null default '{}',
    post         text     not null default '',
    due_rule     text     not null default 'day' check (due_rule in ('day', 'before_law', 'quarterly', 'half_yearly', 'yearly')),
    due          date,
    due_note     text     not null default '',
    indicator    text,
    target       numeric,
    comparison   text     check (comparison in ('at_least', 'at_most')),
    status       text     not null check (status in ('draft', 'issued', 'withdrawn')),
    issued_on    date,
    issued_at    timestamptz,
    demo         boolean  not null default false,
    office_id    int      not null references territory.office,
    field        smallint not null references access.field,
    home         smallint not null,
    place_id     int      not null references territory.place,
    entered_by   int      not null,
    entered_at   timestamptz not null,
    version      int      not null default 0,
    constraint task_issued check ((status = 'draft') = (issued_at is null) and (issued_at is null) = (issued_on is null)),
    constraint task_clear check (status = 'draft' or (title <> '' and authority <> '' and post <> '' and due is not null)),
    constraint task_bound check ((indicator is null) = (target is null) and (indicator is null) = (comparison is null))
);
create index on tasks.task (directive_id);
create index on tasks.task (share_id);
create index on tasks.task (issued_on desc, id);
alter table tasks.share add constraint share_of_task foreign key (task_id) references tasks.task;
create table tasks.part (
    task_id   int      not null references tasks.task,
    office_id int      not null references territory.office,
    part      text     not null check (part in ('cooperates', 'monitors')),
    field     smallint not null,
    home      smallint not null,
    place_id  int      not null,
    primary key (task_id, part, office_id)
);
create index on tasks.part (office_id);

-- What happened to a share, one row for each act; nothing is changed afterwards.
create table tasks.event (
    id       bigint generated always as identity primary key,
    share_id bigint   not null references tasks.share,
    act      text     not null,
    status   text     not null,
    day      date     not null,
    note     text     not null default '',
    percent  smallint,
    at       timestamptz not null,
    user_id  int      not null,
    field    smallint not null,
    home     smallint not null,
    place_id int      not null
);
create index on tasks.event (share_id, id);
create table tasks.evidence (
    id       bigint generated always as identity primary key,
    share_id bigint   not null references tasks.share,
    kind     text     not null check (kind in ('link', 'figure', 'document', 'text')),
    content  text     not null check (content <> ''),
    note     text     not null default '',
    at       timestamptz not null,
    user_id  int      not null,
    field    smallint not null,
    home     smallint not null,
    place_id int      not null
);
create index on tasks.evidence (share_id);
create table tasks.extension (
    id         bigint generated always as identity primary key,
    share_id   bigint   not null references tasks.share,
    until      date     not null,
    reason     text     not null check (reason <> ''),
    asked_by   int      not null,
    asked_at   timestamptz not null,
    granted    boolean,
    answer     text,
    decided_by int,
    decided_at timestamptz,
    field      smallint not null,
    home       smallint not null,
    place_id   int      not null,
    constraint extension_decided check ((granted is null) = (decided_at is null) and (granted is null) = (decided_by is null))
);
create unique index extension_one_open on tasks.extension (share_id) where granted is null;
create index on tasks.extension (share_id);
create table tasks.question (
    id          bigint generated always as identity primary key,
    share_id    bigint   not null references tasks.share,
    question    text     not null check (question <> ''),
    asked_by    int      not null,
    asked_at    timestamptz not null,
    answer      text,
    answered_by int,
    answered_at timestamptz,
    field       smallint not null,
    home        smallint not null,
    place_id    int      not null,
    constraint question_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index on tasks.question (share_id);

-- The books: what held for a share in a span of days, as it was known in a span of time. A day is asked by four comparisons.
create table tasks.book (
    id         bigint generated always as identity primary key,
    share_id   bigint   not null references tasks.share,
    task_id    int      not null,
    office_id  int      not null,
    role       text     not null,
    from_day   date     not null,
    to_day     date     not null default 'infinity',
    known_from timestamptz not null,
    known_to   timestamptz not null default 'infinity',
    last_day   date     not null,
    stopped_on date,
    done       boolean  not null,
    counts     boolean  not null,
    field      smallint not null,
    home       smallint not null,
    place_id   int      not null,
    constraint book_days check (from_day < to_day)
);
create index on tasks.book (share_id) where known_to = 'infinity';
create index book_now on tasks.book (to_day, from_day) include (task_id, office_id, share_id, last_day, stopped_on, done, counts, role, field, home, place_id) where known_to = 'infinity';

-- Difficulties, causes, proposals: from an office, to an office, with the reply.
create table tasks.proposal (
    id         bigint generated always as identity primary key,
    task_id    int      references tasks.task,
    office_id  int      not null references territory.office,
    to_office  int      not null references territory.office,
    difficulty text     not null default '',
    cause      text     not null default '',
    proposal   text     not null check (proposal <> ''),
    wanted_by  date,
    reply      text,
    replied    text     check (replied in ('taken_in', 'explained', 'passed_on')),
    replied_by int,
    replied_at timestamptz,
    group_id   bigint   references tasks.proposal,
    made_by    int      not null,
    made_at    timestamptz not null,
    field      smallint not null references access.field,
    home       smallint not null,
    place_id   int      not null references territory.place,
    constraint proposal_replied check ((replied is null) = (reply is null) and (replied is null) = (replied_by is null) and (replied is null) = (replied_at is null))
);
create index on tasks.proposal (to_office) where replied is null;
create index on tasks.proposal (office_id);

call access.protect('tasks.directive');
call access.protect('tasks.briefing');
call access.protect('tasks.task');
call access.protect('tasks.part');
call access.protect('tasks.share');
call access.protect('tasks.event');
call access.protect('tasks.evidence');
call access.protect('tasks.extension');
call access.protect('tasks.question');
call access.protect('tasks.book');
call access.protect('tasks.proposal');
-- Whoever sees a share of a task, or a part in it, reads the task and its directive. Below a row policy no index on an expression is
-- used, so which tasks these are is asked once a statement with the owner's rights, by the scope of who asks.
create function tasks.shared_tasks() returns int[] stable language sql security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct shared.task_id), '{}') from (
        select s.task_id from tasks.share s where s.field::bigint * 4294967296 + s.place_id = any (access.bigints('bamcoso.r_places'))
        union all
        select s.task_id from tasks.share s where s.field::int * 1000 + s.home = any (access.ints('bamcoso.r_homes'))
        union all
        select p.task_id from tasks.part p where p.field::bigint * 4294967296 + p.place_id = any (access.bigints('bamcoso.r_places'))
            or p.field::int * 1000 + p.home = any (access.ints('bamcoso.r_homes'))) shared
$$;
comment on function tasks.shared_tasks() is 'Tasks in which somebody of the asker''s places or provinces has a share or a part';
revoke execute on function tasks.shared_tasks() from public;
grant execute on function tasks.shared_tasks() to bamcoso_app;
drop policy scope_read on tasks.task;
create policy scope_read on tasks.task for select to bamcoso_app using (
    field = any ((select access.ints('bamcoso.r_nation'))::int[])
    or field::int * 1000 + home = any ((select access.ints('bamcoso.r_homes'))::int[])
    or field::bigint * 4294967296 + place_id = any ((select access.bigints('bamcoso.r_places'))::bigint[])
    or id = any ((select tasks.shared_tasks())::int[]));
drop policy scope_read on tasks.directive;
create policy scope_read on tasks.directive for select to bamcoso_app using (
    field = any ((select access.ints('bamcoso.r_nation'))::int[])
    or field::int * 1000 + home = any ((select access.ints('bamcoso.r_homes'))::int[])
    or field::bigint * 4294967296 + place_id = any ((select access.bigints('bamcoso.r_places'))::bigint[])
    or id in (select t.directive_id from tasks.task t));

grant select on tasks.kind to bamcoso_app;
grant select, update on tasks.setting to bamcoso_app;
grant select, insert on tasks.body, tasks.directive, tasks.briefing, tasks.part, tasks.event, tasks.evidence to bamcoso_app;
grant select, insert, update on tasks.task, tasks.share to bamcoso_app;
grant select, insert, delete on tasks.part to bamcoso_app;
grant select, insert, update (granted, answer, decided_by, decided_at) on tasks.extension to bamcoso_app;
grant select, insert, update (answer, answered_by, answered_at) on tasks.question to bamcoso_app;
grant select, insert, update (known_to) on tasks.book to bamcoso_app;
grant select, insert, update (reply, replied, replied_by, replied_at, to_office, group_id) on tasks.proposal to bamcoso_app;

-- Keeps the books of one act: from a day on these shares stand as their rows now say; what was known before stays known as it was.
create function tasks.keep_books(shares bigint[], day date, at timestamptz) returns void language plpgsql as $body$
begin
    with closed as (
        update tasks.book b set known_to = keep_books.at
        where b.share_id = any (shares) and b.known_to = 'infinity' and b.to_day > keep_books.day
        returning b.*
    )
    insert into tasks.book (share_id, task_id, office_id, role, from_day, to_day, known_from, last_day, stopped_on, done, counts, field, home, place_id)
    select c.share_id, c.task_id, c.office_id, c.role, c.from_day, keep_books.day, keep_books.at, c.last_day, c.stopped_on, c.done, c.counts, c.field, c.home, c.place_id
    from closed c where c.from_day < keep_books.day;
    insert into tasks.book (share_id, task_id, office_id, role, from_day, known_from, last_day, stopped_on, done, counts, field, home, place_id)
    select s.id, s.task_id, s.office_id, s.role, keep_books.day, keep_books.at, s.last_day, s.proposed_on, s.status = 'done', s.status not in ('withdrawn', 'merged'), s.field, s.home, s.place_id
    from tasks.share s where s.id = any (shares);
end $body$;
comment on function tasks.keep_books(bigint[], date, timestamptz) is 'Writes how these shares stand from a day on, as known from a moment on; runs with the rights of who acts';
grant execute on function tasks.keep_books(bigint[], date, timestamptz) to bamcoso_app;

-- What other rooms may read.
create view tasks.pub_share with (security_invoker = true) as
    select s.id as share_id, s.task_id, t.directive_id, t.title, t.office_id as issuer_id, s.turn, s.office_id, s.body_id, s.role, s.status, s.due, s.last_day, s.percent,
           s.proposed_on, s.done_on, s.extensions, t.kind, t.issued_on, s.field, s.home, s.place_id
    from tasks.share s join tasks.task t on t.id = s.task_id;
create view tasks.pub_proposal with (security_invoker = true) as
    select p.id as proposal_id, p.task_id, p.office_id, p.to_office, p.difficulty, p.cause, p.proposal, p.wanted_by, p.reply, p.replied, p.made_at, p.replied_at, p.field, p.home, p.place_id
    from tasks.proposal p;
grant select on tasks.pub_share, tasks.pub_proposal to bamcoso_app;
