-- Forms as data, the submissions made with them, their chain, and the files that bring many at once.
create schema reporting;
grant usage on schema reporting to bamcoso_app;

-- Forms. A released version never changes: frozen reports are read by its lines.
create table reporting.form (
    id       smallint generated always as identity primary key,
    code     text     not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    name_vi  text     not null,
    name_en  text     not null,
    about_vi text     not null,
    about_en text     not null,
    field    smallint not null references access.field,
    level    text     not null check (level in ('commune', 'province', 'nation')),
    position smallint not null
);
create table reporting.form_version (
    id           int generated always as identity primary key,
    form_id      smallint not null references reporting.form,
    number       smallint not null,
    first_end    date     not null,
    last_end     date     not null,
    period_rule  text     not null check (period_rule in ('official', 'calendar', 'movement', 'as_of')),
    period_kinds text[]   not null check (cardinality(period_kinds) > 0),
    fingerprint  text     not null,
    unique (form_id, number),
    constraint form_version_days check (first_end <= last_end),
    constraint form_version_no_overlap exclude using gist (form_id with =, daterange(first_end, last_end, '[]') with &&)
);
create table reporting.form_line (
    form_version_id int      not null references reporting.form_version on delete cascade,
    position        smallint not null,
    indicator       text     not null references figures.indicator (code),
    asked           boolean  not null,
    label_vi        text,
    label_en        text,
    hint_vi         text,
    hint_en         text,
    group_vi        text     not null,
    group_en        text     not null,
    primary key (form_version_id, position),
    constraint form_line_once unique (form_version_id, indicator)
);
create table reporting.form_check (
    form_version_id int      not null references reporting.form_version on delete cascade,
    position        smallint not null,
    part            text     not null,
    whole           text     not null,
    sentence_vi     text     not null,
    sentence_en     text     not null,
    primary key (form_version_id, position)
);
create table reporting.form_step (
    form_version_id int      not null references reporting.form_version on delete cascade,
    position        smallint not null,
    office_kind     text     not null check (office_kind in ('commune', 'district', 'provincial', 'ministry')),
    act             text     not null check (act in ('send', 'forward', 'approve', 'receive')),
    deadline        text,
    valid_from      date     not null,
    valid_to        date     not null,
    primary key (form_version_id, position, valid_from),
    constraint form_step_days check (valid_from < valid_to)
);
-- A form without a rhythm is asked for by a call.
create table reporting.call (
    id         int generated always as identity primary key,
    form_id    smallint not null references reporting.form,
    period     text     not null,
    period_end date     not null,
    due        date     not null,
    within_id  int      not null references territory.place,
    called_by  int      not null,
    called_at  timestamptz not null,
    note       text,
    constraint call_once unique (form_id, period, within_id)
);

-- Files and tables that brought many reports at once. place = the area of the office that brought them.
create table reporting.import (
    id           bigint generated always as identity primary key,
    kind         text     not null check (kind in ('file', 'api', 'program')),
    name         text     not null,
    sha256       bytea,
    form_id      smallint references reporting.form,
    period       text,
    reason       text,
    status       text     not null check (status in ('checking', 'refused', 'checked', 'recording', 'recorded', 'discarded')),
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    brought_by   int      not null,
    brought_at   timestamptz not null,
    decided_at   timestamptz,
    moved_at     timestamptz not null,
    done         int      not null default 0,
    total        int      not null default 0,
    summary      jsonb    not null default '{}',
    faults       jsonb    not null default '[]',
    fault_count  int      not null default 0,
    override     text,
    numbers      text check (numbers in ('VIETNAMESE', 'ENGLISH'))
);
create index on reporting.import (brought_by, id desc);
create table reporting.import_file (
    import_id bigint primary key references reporting.import,
    content   bytea    not null,
    field     smallint not null,
    home      smallint not null,
    place_id  int      not null
);

create table reporting.submission (
    id                bigint generated always as identity primary key,
    form_id           smallint references reporting.form,
    form_version_id   int references reporting.form_version,
    period            text     not null,
    period_start      date,
    period_end        date     not null,
    office_id         int      not null references territory.office,
    place_id          int      not null references territory.place,
    home              smallint not null,
    field             smallint not null,
    kind              text     not null default 'form' check (kind in ('form', 'import')),
    status            text     not null check (status in ('draft', 'presented', 'submitted', 'returned', 'approved', 'correcting', 'lapsed')),
    revision          smallint not null default 0,
    approved_revision smallint,
    due               date,
    late              boolean  not null default false,
    one_person        boolean  not null default false,
    doubts            smallint not null default 0,
    waits_at          text check (waits_at in ('district', 'provincial')),
    drafted_by        int      not null,
    drafted_at        timestamptz not null,
    submitted_by      int,
    submitted_at      timestamptz,
    approved_by       int,
    approved_at       timestamptz,
    reason            text,
    version           int      not null default 0,
    constraint submission_once unique (form_id, period, place_id),
    constraint submission_form check ((form_id is null) = (form_version_id is null) and (form_id is not null or kind = 'import')),
    constraint submission_submitted check (status not in ('submitted', 'approved') or (submitted_by is not null and submitted_at is not null and revision > 0)),
    constraint submission_approved check (status <> 'approved' or (approved_revision is not null and approved_by is not null and approved_at is not null)),
    constraint submission_waits check ((status = 'submitted') = (waits_at is not null))
);
create index on reporting.submission (place_id, period_end desc);
create index on reporting.submission (office_id) where status in ('draft', 'presented', 'returned', 'correcting');
create index on reporting.submission (home, form_id, period_end) where status = 'submitted';
create index on reporting.submission (form_id, period_end, period);
create index on reporting.submission (period_end desc, form_id, home, place_id, id); -- the list of reports, latest first

-- What was sent, each time it was sent, with what was decided about it.
create table reporting.revision (
    submission_id bigint   not null references reporting.submission,
    number        smallint not null,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    indicators    text[],
    cells         numeric[] not null,
    remarks       jsonb,
    reason        text,
    import_id     bigint references reporting.import,
    drafted_by    int      not null,
    drafted_at    timestamptz not null,
    submitted_by  int      not null,
    submitted_at  timestamptz not null,
    signed_for    boolean  not null default false,
    decision      text check (decision in ('approved', 'returned')),
    decided_by    int,
    decided_at    timestamptz,
    decision_note text,
    primary key (submission_id, number),
    constraint revision_decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint revision_returned check (decision is distinct from 'returned' or decision_note is not null)
);

-- What is being written now; a cell carries the number of its last change, so that nobody overwrites unseen.
create table reporting.draft_cell (
    submission_id bigint   not null references reporting.submission,
    indicator     text     not null,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    value         numeric,
    remark        text,
    version       int      not null,
    changed_by    int      not null,
    changed_at    timestamptz not null,
    primary key (submission_id, indicator)
);

-- Each step of a report's way that a person took.
create table reporting.step (
    id            bigint generated always as identity primary key,
    submission_id bigint   not null references reporting.submission,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    at            timestamptz not null,
    user_id       int      not null,
    act           text     not null check (act in ('opened', 'presented', 'given_back', 'sent', 'forwarded', 'returned', 'approved', 'correction_opened', 'correction_dropped', 'lapsed', 'handed_over', 'resumed', 'handed_back')),
    revision      smallint,
    note          text
);
create index on reporting.step (submission_id, id);

call access.protect('reporting.submission');
call access.protect('reporting.revision');
call access.protect('reporting.draft_cell');
call access.protect('reporting.step');
call access.protect('reporting.import');
call access.protect('reporting.import_file');

grant select, insert on reporting.form, reporting.form_version, reporting.form_line, reporting.form_check, reporting.form_step, reporting.call to bamcoso_app;
grant update (name_vi, name_en, about_vi, about_en, position) on reporting.form to bamcoso_app;
grant delete on reporting.form_version to bamcoso_app;
grant select, insert, update on reporting.submission, reporting.import to bamcoso_app;
grant select, insert, update (decision, decided_by, decided_at, decision_note) on reporting.revision to bamcoso_app;
grant select, insert, update, delete on reporting.draft_cell to bamcoso_app;
grant select, insert on reporting.step to bamcoso_app;
grant select, insert, delete on reporting.import_file to bamcoso_app;

-- What other rooms may read.
create view reporting.pub_submission with (security_invoker = true) as
    select s.id, f.code as form, s.period, s.period_start, s.period_end, s.office_id, s.place_id, s.home, s.field, s.kind, s.status,
           s.revision, s.approved_revision, s.due, s.late, s.one_person, s.submitted_at, s.approved_at
    from reporting.submission s left join reporting.form f on f.id = s.form_id;
grant select on reporting.pub_submission to bamcoso_app;

comment on table  reporting.form is 'Forms (biểu mẫu): what is asked of whom';
comment on column reporting.form.id is 'Small number that reports carry';
comment on column reporting.form.code is 'Stable name used in addresses, files and over HTTP';
comment on column reporting.form.name_vi is 'Vietnamese name';
comment on column reporting.form.name_en is 'English name';
comment on column reporting.form.about_vi is 'What the form is for, in Vietnamese';
comment on column reporting.form.about_en is 'What the form is for, in English';
comment on column reporting.form.field is 'Field of work that its reports belong to';
comment on column reporting.form.level is 'Level of the places that report with it';
comment on column reporting.form.position is 'Order in lists';
comment on table  reporting.form_version is 'A form as it is asked for the periods that end within some days; never changed once reports were made with it';
comment on column reporting.form_version.id is 'Number that reports carry';
comment on column reporting.form_version.form_id is 'The form';
comment on column reporting.form_version.number is 'First version 1, next 2';
comment on column reporting.form_version.first_end is 'Earliest last day of a period reported with it';
comment on column reporting.form_version.last_end is 'Latest last day of a period reported with it';
comment on column reporting.form_version.period_rule is 'On which days its periods begin and end (calendar.PeriodRule)';
comment on column reporting.form_version.period_kinds is 'Kinds of period that may be reported (calendar.PeriodKind)';
comment on column reporting.form_version.fingerprint is 'SHA-256 of the file''s content, to see that a released version has not changed';
comment on table  reporting.form_line is 'Lines of a form version, in order';
comment on column reporting.form_line.form_version_id is 'The form version';
comment on column reporting.form_line.position is 'Order from 1';
comment on column reporting.form_line.indicator is 'Code of the indicator';
comment on column reporting.form_line.asked is 'True: a person fills it in; false: known to the system, shown as a link';
comment on column reporting.form_line.label_vi is 'Vietnamese label where it differs from the indicator''s name';
comment on column reporting.form_line.label_en is 'English label where it differs from the indicator''s name';
comment on column reporting.form_line.hint_vi is 'Vietnamese hint shown instead of the definition';
comment on column reporting.form_line.hint_en is 'English hint shown instead of the definition';
comment on column reporting.form_line.group_vi is 'Vietnamese heading above a run of lines';
comment on column reporting.form_line.group_en is 'English heading above a run of lines';
comment on table  reporting.form_check is 'Hard checks of a form version: a part may not be more than the whole';
comment on column reporting.form_check.form_version_id is 'The form version';
comment on column reporting.form_check.position is 'Order from 1';
comment on column reporting.form_check.part is 'Code of the indicator that is the part';
comment on column reporting.form_check.whole is 'Code of the indicator that is the whole';
comment on column reporting.form_check.sentence_vi is 'What is said in Vietnamese; {0} the part, {1} the whole';
comment on column reporting.form_check.sentence_en is 'What is said in English; {0} the part, {1} the whole';
comment on table  reporting.form_step is 'The way of a report from office to office, dated';
comment on column reporting.form_step.form_version_id is 'The form version';
comment on column reporting.form_step.position is 'Order from below';
comment on column reporting.form_step.office_kind is 'Kind of office at this station';
comment on column reporting.form_step.act is 'What it does there';
comment on column reporting.form_step.deadline is 'By when (calendar.DeadlineRule code); null no deadline';
comment on column reporting.form_step.valid_from is 'First day';
comment on column reporting.form_step.valid_to is 'First day on which it no longer holds';
comment on table  reporting.call is 'Calls for a report as of a day (đợt báo cáo): who within an area is expected to send, by when';
comment on column reporting.call.id is 'Number of the call';
comment on column reporting.call.form_id is 'The form';
comment on column reporting.call.period is 'Code of the period';
comment on column reporting.call.period_end is 'Last day of the period';
comment on column reporting.call.due is 'Last day on which a report is in time';
comment on column reporting.call.within_id is 'Area whose communes are called';
comment on column reporting.call.called_by is 'User who called';
comment on column reporting.call.called_at is 'When';
comment on column reporting.call.note is 'What the call says to those who report';
comment on table  reporting.import is 'Files and tables that brought many reports or figures at once';
comment on column reporting.import.id is 'Number of the import';
comment on column reporting.import.kind is 'file: sent by a person; api: over HTTP; program: by a program of the house';
comment on column reporting.import.name is 'Name of the file, or what it was';
comment on column reporting.import.sha256 is 'SHA-256 of the file';
comment on column reporting.import.form_id is 'The form that it fills in; null for loose figures';
comment on column reporting.import.period is 'Code of the period; null when it brings several';
comment on column reporting.import.reason is 'Why approved values are changed by it';
comment on column reporting.import.status is 'checking, refused, checked, recording, recorded, discarded';
comment on column reporting.import.field is 'Field of work';
comment on column reporting.import.home is 'Province of the 63 of the office that brought it; 0 the nation';
comment on column reporting.import.place_id is 'Area of the office that brought it';
comment on column reporting.import.brought_by is 'User';
comment on column reporting.import.brought_at is 'When it came';
comment on column reporting.import.decided_at is 'When it was recorded, refused or discarded';
comment on column reporting.import.moved_at is 'When it last made progress';
comment on column reporting.import.done is 'Rows done of the running stage';
comment on column reporting.import.total is 'Rows of the running stage';
comment on column reporting.import.summary is 'What it would change, or changed';
comment on column reporting.import.faults is 'What was wrong: row, column, code of the sentence, its parameters';
comment on column reporting.import.fault_count is 'How many faults there were in all';
comment on column reporting.import.override is 'Reason for which findings at the edge were let through';
comment on column reporting.import.numbers is 'Marks of numbers typed as text in the file, when the user said which';
comment on table  reporting.import_file is 'Content of a file between its check and its recording; removed afterwards';
comment on column reporting.import_file.import_id is 'The import';
comment on column reporting.import_file.content is 'The file as it came';
comment on column reporting.import_file.field is 'Field of work, as in the import';
comment on column reporting.import_file.home is 'As in the import';
comment on column reporting.import_file.place_id is 'As in the import';
comment on table  reporting.submission is 'One report: a form (or loose figures), a period, a place; where it stands on its way';
comment on column reporting.submission.id is 'Number of the report';
comment on column reporting.submission.form_id is 'The form; null for loose figures that came over HTTP';
comment on column reporting.submission.form_version_id is 'The version it is made with';
comment on column reporting.submission.period is 'Code of the period';
comment on column reporting.submission.period_start is 'First day; null for an open beginning';
comment on column reporting.submission.period_end is 'Last day';
comment on column reporting.submission.office_id is 'Office that reports';
comment on column reporting.submission.place_id is 'Place that it is about, alive on the last day of the period';
comment on column reporting.submission.home is 'Province of the 63 in which the place lies; 0 the nation';
comment on column reporting.submission.field is 'Field of work of the form';
comment on column reporting.submission.kind is 'form: filled in; import: brought as approved';
comment on column reporting.submission.status is 'Where it stands (reporting.Status)';
comment on column reporting.submission.revision is 'Number of the last revision sent; 0 nothing sent yet';
comment on column reporting.submission.approved_revision is 'Number of the revision whose figures stand';
comment on column reporting.submission.due is 'Last day on which it is in time; null none';
comment on column reporting.submission.late is 'First sent after the due day; stays for ever';
comment on column reporting.submission.one_person is 'One person did two steps that two should do, as the rule allows where there is nobody else';
comment on column reporting.submission.doubts is 'How many values of the last revision raised a doubt';
comment on column reporting.submission.waits_at is 'Kind of office before which it was put; where it waits today follows from the chain of today';
comment on column reporting.submission.drafted_by is 'User who wrote it last';
comment on column reporting.submission.drafted_at is 'When it was written last';
comment on column reporting.submission.submitted_by is 'User who signed and sent it last';
comment on column reporting.submission.submitted_at is 'When it was last sent';
comment on column reporting.submission.approved_by is 'User who approved the revision that stands';
comment on column reporting.submission.approved_at is 'When';
comment on column reporting.submission.reason is 'Why it is being corrected';
comment on column reporting.submission.version is 'Rises with each step, so that of two acts at once the second is told';
comment on table  reporting.revision is 'What was sent, each time it was sent, and what was decided about it; frozen';
comment on column reporting.revision.submission_id is 'The report';
comment on column reporting.revision.number is 'First sending 1, next 2';
comment on column reporting.revision.field is 'As in the report';
comment on column reporting.revision.home is 'As in the report';
comment on column reporting.revision.place_id is 'As in the report';
comment on column reporting.revision.indicators is 'Codes of the indicators of the cells; null: the asked lines of the form version, in order';
comment on column reporting.revision.cells is 'Values in that order; null where nothing was given';
comment on column reporting.revision.remarks is 'Remarks by indicator';
comment on column reporting.revision.reason is 'Why an approved report was changed';
comment on column reporting.revision.import_id is 'The import that brought it';
comment on column reporting.revision.drafted_by is 'User who wrote it';
comment on column reporting.revision.drafted_at is 'When';
comment on column reporting.revision.submitted_by is 'User who signed and sent it';
comment on column reporting.revision.submitted_at is 'When';
comment on column reporting.revision.signed_for is 'Signed by a deputy for the chief (KT.)';
comment on column reporting.revision.decision is 'approved or returned; null while it waits';
comment on column reporting.revision.decided_by is 'User';
comment on column reporting.revision.decided_at is 'When';
comment on column reporting.revision.decision_note is 'Remark of who decided';
comment on table  reporting.draft_cell is 'Values being written, not yet sent';
comment on column reporting.draft_cell.submission_id is 'The report';
comment on column reporting.draft_cell.indicator is 'Code of the indicator';
comment on column reporting.draft_cell.field is 'As in the report';
comment on column reporting.draft_cell.home is 'As in the report';
comment on column reporting.draft_cell.place_id is 'As in the report';
comment on column reporting.draft_cell.value is 'Value; null when it was emptied again';
comment on column reporting.draft_cell.remark is 'A sentence on a value that raises a doubt';
comment on column reporting.draft_cell.version is 'Rises with each change, so that nobody overwrites what was not seen';
comment on column reporting.draft_cell.changed_by is 'User';
comment on column reporting.draft_cell.changed_at is 'When';
comment on table  reporting.step is 'Steps of a report''s way that a person took; insert-only';
comment on column reporting.step.id is 'Number in order';
comment on column reporting.step.submission_id is 'The report';
comment on column reporting.step.field is 'As in the report';
comment on column reporting.step.home is 'As in the report';
comment on column reporting.step.place_id is 'As in the report';
comment on column reporting.step.at is 'When';
comment on column reporting.step.user_id is 'User';
comment on column reporting.step.act is 'What was done';
comment on column reporting.step.revision is 'Revision that it was about';
comment on column reporting.step.note is 'Remark or reason';
comment on view   reporting.pub_submission is 'Reports within scope, for other rooms';
comment on column reporting.pub_submission.id is 'Number of the report';
comment on column reporting.pub_submission.form is 'Code of the form; null for loose figures';
comment on column reporting.pub_submission.period is 'Code of the period';
comment on column reporting.pub_submission.period_start is 'First day; null for an open beginning';
comment on column reporting.pub_submission.period_end is 'Last day';
comment on column reporting.pub_submission.office_id is 'Office that reports';
comment on column reporting.pub_submission.place_id is 'Place that it is about';
comment on column reporting.pub_submission.home is 'Province of the 63';
comment on column reporting.pub_submission.field is 'Field of work';
comment on column reporting.pub_submission.kind is 'form or import';
comment on column reporting.pub_submission.status is 'Where it stands';
comment on column reporting.pub_submission.revision is 'Last revision sent';
comment on column reporting.pub_submission.approved_revision is 'Revision whose figures stand';
comment on column reporting.pub_submission.due is 'Last day in time';
comment on column reporting.pub_submission.late is 'First sent after that day';
comment on column reporting.pub_submission.one_person is 'One person did two steps';
comment on column reporting.pub_submission.submitted_at is 'When it was last sent';
comment on column reporting.pub_submission.approved_at is 'When the standing revision was approved';
