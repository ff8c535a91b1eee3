-- What a programme taught, point by point, and the reports that carry it: a pilot is reviewed before it is taken further.
create table staffing.lesson (
    id           int generated always as identity primary key,
    programme_id int not null references staffing.programme,
    kind         text not null check (kind in ('result', 'shortcoming', 'lesson', 'proposal')),
    text         text not null,
    entered_by   int not null,
    entered_at   timestamptz not null,
    withdrawn_by int,
    withdrawn_at timestamptz,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place
);
create index on staffing.lesson (programme_id);
comment on table  staffing.lesson is 'Points on a programme: results, shortcomings, lessons, proposals for taking it further; a mend is a withdrawal and a new point';
comment on column staffing.lesson.id is 'Number of the point';
comment on column staffing.lesson.programme_id is 'The programme';
comment on column staffing.lesson.kind is 'result (kết quả), shortcoming (tồn tại, khó khăn), lesson (bài học kinh nghiệm), proposal (đề xuất nhân rộng)';
comment on column staffing.lesson.text is 'The point';
comment on column staffing.lesson.entered_by is 'identity.app_user.id; 0 the program';
comment on column staffing.lesson.entered_at is 'When it was entered';
comment on column staffing.lesson.withdrawn_by is 'Who withdrew it; null while it stands';
comment on column staffing.lesson.withdrawn_at is 'When it was withdrawn; null while it stands';
comment on column staffing.lesson.field is 'Field of work: organisation';
comment on column staffing.lesson.home is 'Province of the 63; 0 for the nation';
comment on column staffing.lesson.place_id is 'Place of the programme';

create table staffing.programme_report (
    id           int generated always as identity primary key,
    programme_id int not null references staffing.programme,
    on_day       date not null,
    counted      jsonb not null,
    made_by      int not null,
    made_at      timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place
);
comment on table  staffing.programme_report is 'Reports on a programme (báo cáo kết quả, bài học kinh nghiệm); the text is written from what was counted when it was opened and from the points that stand';
comment on column staffing.programme_report.id is 'Number of the report; the document carries it';
comment on column staffing.programme_report.programme_id is 'The programme';
comment on column staffing.programme_report.on_day is 'Day of the figures';
comment on column staffing.programme_report.counted is 'Stages with places, done, late and days, as counted when the report was opened';
comment on column staffing.programme_report.made_by is 'identity.app_user.id; 0 the program';
comment on column staffing.programme_report.made_at is 'When it was opened';
comment on column staffing.programme_report.field is 'Field of work: organisation';
comment on column staffing.programme_report.home is 'Province of the 63; 0 for the nation';
comment on column staffing.programme_report.place_id is 'Place of the programme';

call access.protect('staffing.lesson');
call access.protect('staffing.programme_report');
grant select, insert on staffing.lesson, staffing.programme_report to bamcoso_app;
grant update (withdrawn_by, withdrawn_at) on staffing.lesson to bamcoso_app;
