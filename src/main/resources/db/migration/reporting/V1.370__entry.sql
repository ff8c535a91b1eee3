-- What a form asks in words, beside its figures.
create table reporting.form_question (
    form_version_id int      not null references reporting.form_version on delete cascade,
    position        smallint not null,
    code            text     not null check (code ~ '^[a-z][a-z0-9_-]*$'),
    text_vi         text     not null,
    text_en         text     not null,
    required        boolean  not null,
    primary key (form_version_id, position),
    constraint form_question_once unique (form_version_id, code)
);
grant select, insert on reporting.form_question to bamcoso_app;
comment on table  reporting.form_question is 'What a form version asks in words; difficulties and proposals are asked by every form and need no row';
comment on column reporting.form_question.form_version_id is 'The form version';
comment on column reporting.form_question.position is 'Order from 1';
comment on column reporting.form_question.code is 'Short name; the answer is kept under words:<code>';
comment on column reporting.form_question.text_vi is 'The question in Vietnamese';
comment on column reporting.form_question.text_en is 'The question in English';
comment on column reporting.form_question.required is 'Whether a report without an answer may not go up';

-- Answers in words, for rooms that write narratives from them.
create view reporting.pub_answer with (security_invoker = true) as
    select s.id as submission_id, s.form_id, s.period, s.period_end, s.place_id, s.home, s.field, s.status, substr(a.key, 7) as question, a.value as answer
    from reporting.submission s
    join reporting.revision r on r.submission_id = s.id and r.number = s.revision
    cross join lateral jsonb_each_text(r.remarks) a
    where a.key like 'words:%';
grant select on reporting.pub_answer to bamcoso_app;
comment on view   reporting.pub_answer is 'What reports sent say in words, in their last sending, within scope';
comment on column reporting.pub_answer.submission_id is 'The report';
comment on column reporting.pub_answer.form_id is 'Its form';
comment on column reporting.pub_answer.period is 'Code of its period';
comment on column reporting.pub_answer.period_end is 'Last day of the period';
comment on column reporting.pub_answer.place_id is 'Place that it is about';
comment on column reporting.pub_answer.home is 'Province of the 63';
comment on column reporting.pub_answer.field is 'Field of work';
comment on column reporting.pub_answer.status is 'Where the report stands';
comment on column reporting.pub_answer.question is 'difficulties, proposals, or the code of a question of the form';
comment on column reporting.pub_answer.answer is 'The answer';
