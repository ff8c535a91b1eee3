-- Acts by mandate, remarks at the cell, deadlines of every level, extensions, reopening by the superior.
create table reporting.mandate (
    id         bigint generated always as identity primary key,
    office_id  int      not null references territory.office,
    giver_id   int      not null,
    receiver_id int     not null,
    paper      text     not null,
    first_day  date     not null,
    last_day   date     not null,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    ended_by   int,
    field      smallint not null,
    home       smallint not null,
    place_id   int      not null,
    constraint mandate_days check (first_day <= last_day),
    constraint mandate_other check (giver_id <> receiver_id),
    constraint mandate_ended check ((ended_at is null) = (ended_by is null))
);
create index on reporting.mandate (receiver_id, last_day);
call access.protect('reporting.mandate');
grant select, insert, update (ended_at, ended_by) on reporting.mandate to bamcoso_app;
comment on table  reporting.mandate is 'Mandates (giấy ủy quyền): who signs and decides reports for whom, for some days';
comment on column reporting.mandate.id is 'Number of the mandate';
comment on column reporting.mandate.office_id is 'Office at which it holds';
comment on column reporting.mandate.giver_id is 'User whose acts are entrusted';
comment on column reporting.mandate.receiver_id is 'User who acts meanwhile';
comment on column reporting.mandate.paper is 'Number and day of the paper';
comment on column reporting.mandate.first_day is 'First day';
comment on column reporting.mandate.last_day is 'Last day';
comment on column reporting.mandate.made_at is 'When it was entered';
comment on column reporting.mandate.ended_at is 'When it was ended before its last day; null when it was not';
comment on column reporting.mandate.ended_by is 'User who ended it';
comment on column reporting.mandate.field is 'Field of work under which the row is kept';
comment on column reporting.mandate.home is 'Province of the 63 of the office; 0 the nation';
comment on column reporting.mandate.place_id is 'Area of the office';

alter table reporting.step add column cells jsonb, add column due date, add column mandate_id bigint references reporting.mandate;
comment on column reporting.step.cells is 'Remarks at single cells, by indicator';
comment on column reporting.step.due is 'Last day on which the step was in time; null when it had no deadline';
comment on column reporting.step.mandate_id is 'The mandate under which it was taken; null: in own right';
alter table reporting.step drop constraint step_act_check;
alter table reporting.step add constraint step_act_check check (act in ('opened', 'presented', 'given_back', 'sent', 'forwarded', 'returned', 'approved', 'correction_opened', 'correction_dropped',
    'reopened', 'extension_asked', 'extension_granted', 'extension_refused', 'signed_copy', 'lapsed', 'handed_over', 'resumed', 'handed_back'));

create table reporting.extension (
    id            bigint generated always as identity primary key,
    submission_id bigint   not null references reporting.submission,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    due           date     not null,
    asked_until   date     not null,
    reason        text     not null,
    asked_by      int      not null,
    asked_at      timestamptz not null,
    decision      text check (decision in ('granted', 'refused')),
    decided_by    int,
    decided_at    timestamptz,
    note          text,
    constraint extension_later check (asked_until > due),
    constraint extension_decided check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create unique index extension_one_open on reporting.extension (submission_id) where decision is null;
create index on reporting.extension (submission_id, id);
call access.protect('reporting.extension');
grant select, insert, update (decision, decided_by, decided_at, note) on reporting.extension to bamcoso_app;
comment on table  reporting.extension is 'More time asked for a report, with the superior''s answer';
comment on column reporting.extension.id is 'Number';
comment on column reporting.extension.submission_id is 'The report';
comment on column reporting.extension.field is 'As in the report';
comment on column reporting.extension.home is 'As in the report';
comment on column reporting.extension.place_id is 'As in the report';
comment on column reporting.extension.due is 'Day on which it was due when more time was asked';
comment on column reporting.extension.asked_until is 'Day asked for';
comment on column reporting.extension.reason is 'Why';
comment on column reporting.extension.asked_by is 'User who asked';
comment on column reporting.extension.asked_at is 'When';
comment on column reporting.extension.decision is 'granted or refused; null while it waits';
comment on column reporting.extension.decided_by is 'User who answered';
comment on column reporting.extension.decided_at is 'When';
comment on column reporting.extension.note is 'What the superior said';
