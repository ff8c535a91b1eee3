-- Something no longer leads to its target: the program proposes a follow-up, a person decides. Of tasks bound to a figure the lines are
-- here; of what other rooms see, theirs are kept there.
create table tasks.follow_up (
    id         int generated always as identity primary key,
    kind       text     not null check (kind in ('task', 'campaign')),
    subject_id int      not null,
    raised_on  date     not null,
    accepted   boolean,
    reason     text,
    decided_by int,
    decided_at timestamptz,
    draft_id   int      references tasks.task,
    field      smallint not null,
    home       smallint not null,
    place_id   int      not null,
    constraint follow_up_decided check ((accepted is null) = (decided_at is null) and (accepted is null) = (decided_by is null)),
    constraint follow_up_drafted check (accepted is true or draft_id is null)
);
create unique index follow_up_one_open on tasks.follow_up (kind, subject_id) where accepted is null;
create index on tasks.follow_up (kind, subject_id);
create table tasks.follow_up_line (
    follow_up_id int     not null references tasks.follow_up,
    share_id     bigint  not null references tasks.share,
    value        numeric not null,
    value_on     date    not null,
    before       numeric not null,
    before_on    date    not null,
    forecast     numeric not null,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    primary key (follow_up_id, share_id),
    constraint follow_up_line_days check (before_on < value_on)
);
create index on tasks.follow_up_line (share_id);
call access.protect('tasks.follow_up');
call access.protect('tasks.follow_up_line');
grant select, insert on tasks.follow_up, tasks.follow_up_line to bamcoso_app;
grant update (accepted, reason, decided_by, decided_at, draft_id) on tasks.follow_up to bamcoso_app;
comment on table  tasks.follow_up is 'Follow-ups that the program proposes when the trend of a figure is broken';
comment on column tasks.follow_up.id is 'Own number';
comment on column tasks.follow_up.kind is 'What it is about: a task that is bound to the figure, or a campaign';
comment on column tasks.follow_up.subject_id is 'The task or the campaign';
comment on column tasks.follow_up.raised_on is 'Day on which it was found';
comment on column tasks.follow_up.accepted is 'What was decided; null while nothing';
comment on column tasks.follow_up.reason is 'Why it was declined';
comment on column tasks.follow_up.decided_by is 'Who decided';
comment on column tasks.follow_up.decided_at is 'When';
comment on column tasks.follow_up.draft_id is 'The task that it became, first as a draft';
comment on column tasks.follow_up.field is 'Field of the subject';
comment on column tasks.follow_up.home is 'Province of the 63 of the issuer, of a campaign of its area';
comment on column tasks.follow_up.place_id is 'Place of the issuer, area of a campaign';
comment on table  tasks.follow_up_line is 'The shares whose trend is broken, with the numbers that say so';
comment on column tasks.follow_up_line.follow_up_id is 'The follow-up';
comment on column tasks.follow_up_line.share_id is 'The share';
comment on column tasks.follow_up_line.value is 'The latest value';
comment on column tasks.follow_up_line.value_on is 'Day that it is of';
comment on column tasks.follow_up_line.before is 'The value about four weeks before';
comment on column tasks.follow_up_line.before_on is 'Day that it is of';
comment on column tasks.follow_up_line.forecast is 'What will be reached by the date at this pace';
comment on column tasks.follow_up_line.field is 'Field of the task';
comment on column tasks.follow_up_line.home is 'Province of the 63 of the share';
comment on column tasks.follow_up_line.place_id is 'Place of the share';
