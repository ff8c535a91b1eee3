-- Reports on how a directive is carried out: which day, whose shares, since which day. Their text is written from the books.
create table tasks.report (
    id           int generated always as identity primary key,
    directive_id int      not null references tasks.directive,
    on_day       date     not null,
    since        date,
    office_id    int      references territory.office,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    made_by      int      not null,
    made_at      timestamptz not null,
    constraint report_days check (since is null or since < on_day)
);
call access.protect('tasks.report');
grant select, insert on tasks.report to bamcoso_app;
comment on table  tasks.report is 'Reports on the results of a directive (Báo cáo kết quả thực hiện)';
comment on column tasks.report.id is 'Own number, by which the document finds its text';
comment on column tasks.report.directive_id is 'The directive';
comment on column tasks.report.on_day is 'Day of the books';
comment on column tasks.report.since is 'Day of the report before, with which it is compared; null when none';
comment on column tasks.report.office_id is 'Only shares of this office; null: of all';
comment on column tasks.report.field is 'Field of the directive';
comment on column tasks.report.home is 'Province of the 63 of the reporting office, 0 for the nation';
comment on column tasks.report.place_id is 'Place of the reporting office';
comment on column tasks.report.made_by is 'Who opened it';
comment on column tasks.report.made_at is 'When';
