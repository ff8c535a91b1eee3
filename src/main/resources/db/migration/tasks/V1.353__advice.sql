-- Advice given (tham mưu): what an office laid before a body, and what became of it.
create table tasks.advice (
    id         bigint generated always as identity primary key,
    office_id  int      not null references territory.office,
    number     text     not null check (number <> ''),
    day        date     not null,
    title      text     not null check (title <> ''),
    body_kind  text     not null check (body_kind in ('party', 'council', 'committee', 'police', 'other')),
    body       text     not null check (body <> ''),
    task_id    int      references tasks.task,
    outcome    text     check (outcome in ('accepted', 'partly', 'declined')),
    outcome_on date,
    document   text,
    result     text,
    entered_by int      not null,
    entered_at timestamptz not null,
    told_by    int,
    told_at    timestamptz,
    field      smallint not null references access.field,
    home       smallint not null,
    place_id   int      not null references territory.place,
    constraint advice_once unique (office_id, number, day),
    constraint advice_told check ((outcome is null) = (told_at is null) and (outcome is null) = (outcome_on is null))
);
create index on tasks.advice (office_id, day desc);
call access.protect('tasks.advice');
grant select, insert on tasks.advice to bamcoso_app;
grant update (outcome, outcome_on, document, result, told_by, told_at) on tasks.advice to bamcoso_app;
comment on table  tasks.advice is 'Advice given: documents by which an office advised a body, whether it was accepted, and the result';
comment on column tasks.advice.id is 'Own number';
comment on column tasks.advice.office_id is 'The advising office';
comment on column tasks.advice.number is 'Number and sign of the document';
comment on column tasks.advice.day is 'Its day';
comment on column tasks.advice.title is 'What it advises';
comment on column tasks.advice.body_kind is 'party committee, people''s council, people''s committee, police, other';
comment on column tasks.advice.body is 'The body that was advised';
comment on column tasks.advice.task_id is 'The task it belongs to; null when none';
comment on column tasks.advice.outcome is 'accepted, partly, declined; null while not known';
comment on column tasks.advice.outcome_on is 'Day on which that was decided';
comment on column tasks.advice.document is 'The document that came of it';
comment on column tasks.advice.result is 'The result, in words';
comment on column tasks.advice.entered_by is 'Who entered it';
comment on column tasks.advice.entered_at is 'When';
comment on column tasks.advice.told_by is 'Who entered the outcome';
comment on column tasks.advice.told_at is 'When';
comment on column tasks.advice.field is 'Field of work';
comment on column tasks.advice.home is 'Province of the 63';
comment on column tasks.advice.place_id is 'Place of the office';
