-- What a province makes of its communes' reports for the ministry: the sum, its own additions, its own words.
create table reporting.consolidation (
    id              bigint generated always as identity primary key,
    form_id         smallint not null references reporting.form,
    form_version_id int      not null references reporting.form_version,
    period          text     not null,
    period_end      date     not null,
    office_id       int      not null references territory.office,
    place_id        int      not null references territory.place,
    home            smallint not null,
    field           smallint not null,
    status          text     not null check (status in ('draft', 'sent', 'returned', 'received')),
    due             date,
    late            boolean  not null default false,
    one_person      boolean  not null default false,
    difficulties    text,
    proposals       text,
    drafted_by      int      not null,
    drafted_at      timestamptz not null,
    sent_by         int,
    sent_at         timestamptz,
    decided_by      int,
    decided_at      timestamptz,
    remark          text,
    version         int      not null default 0,
    constraint consolidation_once unique (form_id, period, place_id),
    constraint consolidation_sent check (status = 'draft' or (sent_by is not null and sent_at is not null)),
    constraint consolidation_returned check (status <> 'returned' or remark is not null)
);
create table reporting.consolidation_line (
    consolidation_id bigint   not null references reporting.consolidation,
    indicator        text     not null,
    home             smallint not null,
    field            smallint not null,
    place_id         int      not null,
    addition         numeric  not null default 0,
    reason           text,
    sum              numeric,
    reported         int,
    expected         int,
    primary key (consolidation_id, indicator),
    constraint consolidation_explained check (addition = 0 or reason is not null)
);
call access.protect('reporting.consolidation');
call access.protect('reporting.consolidation_line');
grant select, insert, update on reporting.consolidation, reporting.consolidation_line to bamcoso_app;
comment on table  reporting.consolidation is 'Consolidated reports (báo cáo tổng hợp) of a province: the sum of approved reports, additions with their reason, own words';
comment on column reporting.consolidation.id is 'Number';
comment on column reporting.consolidation.form_id is 'The form';
comment on column reporting.consolidation.form_version_id is 'Its version';
comment on column reporting.consolidation.period is 'Code of the period';
comment on column reporting.consolidation.period_end is 'Last day of the period';
comment on column reporting.consolidation.office_id is 'Office that consolidates';
comment on column reporting.consolidation.place_id is 'Its province';
comment on column reporting.consolidation.home is 'Province of the 63';
comment on column reporting.consolidation.field is 'Field of work of the form';
comment on column reporting.consolidation.status is 'draft, sent, returned by the ministry, received by it';
comment on column reporting.consolidation.due is 'Last day in time; null none';
comment on column reporting.consolidation.late is 'First sent after that day; stays so';
comment on column reporting.consolidation.one_person is 'Drafted and sent by one person, as the rule allows where there is nobody else';
comment on column reporting.consolidation.difficulties is 'Difficulties in the province''s own words';
comment on column reporting.consolidation.proposals is 'Proposals in the province''s own words';
comment on column reporting.consolidation.drafted_by is 'User who wrote it last';
comment on column reporting.consolidation.drafted_at is 'When';
comment on column reporting.consolidation.sent_by is 'User who signed and sent it last';
comment on column reporting.consolidation.sent_at is 'When';
comment on column reporting.consolidation.decided_by is 'User of the ministry who received or returned it';
comment on column reporting.consolidation.decided_at is 'When';
comment on column reporting.consolidation.remark is 'What the ministry said when it returned it';
comment on column reporting.consolidation.version is 'Rises with each step';
comment on table  reporting.consolidation_line is 'Lines of a consolidated report';
comment on column reporting.consolidation_line.consolidation_id is 'The consolidated report';
comment on column reporting.consolidation_line.indicator is 'Code of the indicator';
comment on column reporting.consolidation_line.home is 'As in the report';
comment on column reporting.consolidation_line.field is 'As in the report';
comment on column reporting.consolidation_line.place_id is 'As in the report';
comment on column reporting.consolidation_line.addition is 'What the province adds to or takes from the sum';
comment on column reporting.consolidation_line.reason is 'Why';
comment on column reporting.consolidation_line.sum is 'Sum of approved reports as it stood when it was sent; null in a draft';
comment on column reporting.consolidation_line.reported is 'Reports in that sum';
comment on column reporting.consolidation_line.expected is 'Reports that there would be were it complete';
