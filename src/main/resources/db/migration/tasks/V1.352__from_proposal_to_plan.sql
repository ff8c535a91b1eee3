-- From a proposed task to the plans of those who carry it out.
create table tasks.suggestion (
    id           int generated always as identity primary key,
    directive_id int      references tasks.directive,
    title        text     not null check (title <> ''),
    why          text     not null check (why <> ''),
    deliverable  text     not null default '',
    lead_id      int      references territory.office,
    due          date,
    office_id    int      not null references territory.office,
    made_by      int      not null,
    made_at      timestamptz not null,
    recommends   boolean,
    opinion      text,
    appraised_by int,
    appraised_at timestamptz,
    accepted     boolean,
    decider      text,
    decided_on   date,
    reason       text,
    decided_by   int,
    decided_at   timestamptz,
    task_id      int      references tasks.task,
    field        smallint not null references access.field,
    home         smallint not null,
    place_id     int      not null references territory.place,
    constraint suggestion_appraised check ((recommends is null) = (appraised_at is null) and (recommends is null) = (opinion is null)),
    constraint suggestion_decided check ((accepted is null) = (decided_at is null) and (accepted is null) = (decider is null) and (accepted is null or recommends is not null))
);
create index on tasks.suggestion (office_id);
create table tasks.plan_call (
    directive_id int      primary key references tasks.directive,
    due          date     not null,
    called_by    int      not null,
    called_at    timestamptz not null,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null
);
create table tasks.plan (
    id           int generated always as identity primary key,
    directive_id int      not null references tasks.directive,
    office_id    int      not null references territory.office,
    paper_id     int      references papers.paper,
    number       text     check (number <> ''),
    issued_on    date,
    made_by      int      not null,
    made_at      timestamptz not null,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    constraint plan_once unique (directive_id, office_id),
    constraint plan_issued check ((number is null) = (issued_on is null))
);
call access.protect('tasks.suggestion');
call access.protect('tasks.plan_call');
call access.protect('tasks.plan');
drop policy scope_read on tasks.plan_call;
create policy scope_read on tasks.plan_call for select to bamcoso_app using (
    field = any ((select access.ints('bamcoso.r_nation'))::int[])
    or field::int * 1000 + home = any ((select access.ints('bamcoso.r_homes'))::int[])
    or field::bigint * 4294967296 + place_id = any ((select access.bigints('bamcoso.r_places'))::bigint[])
    or directive_id in (select d.id from tasks.directive d));
grant select, insert on tasks.suggestion, tasks.plan_call, tasks.plan to bamcoso_app;
grant update (recommends, opinion, appraised_by, appraised_at, accepted, decider, decided_on, reason, decided_by, decided_at, task_id) on tasks.suggestion to bamcoso_app;
grant update (due, called_by, called_at) on tasks.plan_call to bamcoso_app;
grant update (paper_id, number, issued_on) on tasks.plan to bamcoso_app;
comment on table  tasks.suggestion is 'Tasks that an office proposes; appraised by the Ministry Office, then decided';
comment on column tasks.suggestion.id is 'Own number';
comment on column tasks.suggestion.directive_id is 'The directive under which it would stand; null when none';
comment on column tasks.suggestion.title is 'What should be done';
comment on column tasks.suggestion.why is 'Why it is needed';
comment on column tasks.suggestion.deliverable is 'What would be handed over';
comment on column tasks.suggestion.lead_id is 'Who should lead; null when it is left open';
comment on column tasks.suggestion.due is 'By when; null when it is left open';
comment on column tasks.suggestion.office_id is 'The proposing office';
comment on column tasks.suggestion.made_by is 'Who proposed it';
comment on column tasks.suggestion.made_at is 'When';
comment on column tasks.suggestion.recommends is 'Whether the appraisal recommends it; null while not appraised';
comment on column tasks.suggestion.opinion is 'What the appraisal says';
comment on column tasks.suggestion.appraised_by is 'Who appraised';
comment on column tasks.suggestion.appraised_at is 'When';
comment on column tasks.suggestion.accepted is 'The decision; null while there is none';
comment on column tasks.suggestion.decider is 'Who decided, by post';
comment on column tasks.suggestion.decided_on is 'Day of the decision';
comment on column tasks.suggestion.reason is 'What was said with it';
comment on column tasks.suggestion.decided_by is 'Who entered the decision';
comment on column tasks.suggestion.decided_at is 'When it was entered';
comment on column tasks.suggestion.task_id is 'The task that it became; null when none';
comment on column tasks.suggestion.field is 'Field of work';
comment on column tasks.suggestion.home is 'Province of the 63 of the proposing office';
comment on column tasks.suggestion.place_id is 'Its place';
comment on table  tasks.plan_call is 'Directives whose offices owe an implementing plan';
comment on column tasks.plan_call.directive_id is 'The directive';
comment on column tasks.plan_call.due is 'By when the plans are to be issued';
comment on column tasks.plan_call.called_by is 'Who asked for them';
comment on column tasks.plan_call.called_at is 'When';
comment on column tasks.plan_call.field is 'Field of the directive';
comment on column tasks.plan_call.home is 'Province of the 63 of the issuer';
comment on column tasks.plan_call.place_id is 'Place of the issuer';
comment on table  tasks.plan is 'The implementing plan of an office for a directive: a document of the house, or one issued elsewhere';
comment on column tasks.plan.id is 'Own number, by which the document finds its text';
comment on column tasks.plan.directive_id is 'The directive';
comment on column tasks.plan.office_id is 'The office';
comment on column tasks.plan.paper_id is 'The document drafted here; null when it was issued elsewhere';
comment on column tasks.plan.number is 'Number of a plan issued elsewhere';
comment on column tasks.plan.issued_on is 'Its day';
comment on column tasks.plan.made_by is 'Who entered it';
comment on column tasks.plan.made_at is 'When';
comment on column tasks.plan.field is 'Field of the directive';
comment on column tasks.plan.home is 'Province of the 63 of the office';
comment on column tasks.plan.place_id is 'Its place';
