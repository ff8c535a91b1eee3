-- Roles beside a post (kiêm nhiệm): introduced, elected or appointed, ended.
insert into staffing.title values
    (54, 'youth_executive', 'concurrent', 'commune', false), (55, 'youth_standing', 'concurrent', 'commune', false), (56, 'party_standing', 'concurrent', 'commune', false);
insert into staffing.title_state values
    (54, '-infinity', 'infinity', 'Ủy viên Ban Chấp hành Đoàn xã', 'Member of the commune Youth Union committee', 'Điều lệ Đoàn TNCS Hồ Chí Minh'),
    (55, '-infinity', 'infinity', 'Ủy viên Ban Thường vụ Đoàn xã', 'Member of the standing committee of the commune Youth Union', 'Điều lệ Đoàn TNCS Hồ Chí Minh'),
    (56, '-infinity', 'infinity', 'Ủy viên Ban Thường vụ Đảng ủy xã', 'Member of the standing committee of the commune Party committee', 'Quy định 192-QĐ/TW');

create table staffing.introduction (
    id         int generated always as identity primary key,
    officer_id int not null references staffing.officer,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    introduced_on date not null,
    document   text not null,
    introduced_by int not null,
    introduced_at timestamptz not null,
    posting_id bigint references staffing.posting,
    closed_on  date,
    closed_why text,
    closed_by  int,
    field      smallint not null default 1 check (field = 1),
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint introduction_open_or_closed check ((closed_on is null) = (closed_by is null) and (posting_id is null or closed_on is not null))
);
create index on staffing.introduction (officer_id);
create index on staffing.introduction (place_id);
create index on staffing.introduction (office_id);
comment on table  staffing.introduction is 'Officers introduced (giới thiệu) for a role beside their post, and what came of it';
comment on column staffing.introduction.id is 'Number of the row';
comment on column staffing.introduction.officer_id is 'The officer, as a number';
comment on column staffing.introduction.office_id is 'Office at whose place the role is';
comment on column staffing.introduction.title_id is 'The role';
comment on column staffing.introduction.introduced_on is 'Day of the introduction';
comment on column staffing.introduction.document is 'Document that introduces';
comment on column staffing.introduction.introduced_by is 'Who entered it: identity.app_user.id';
comment on column staffing.introduction.introduced_at is 'When it was entered';
comment on column staffing.introduction.posting_id is 'The posting that began when elected; null while waiting, or when not elected';
comment on column staffing.introduction.closed_on is 'Day of the election, or of its failing; null while waiting';
comment on column staffing.introduction.closed_why is 'Result of the election, or why it came to nothing';
comment on column staffing.introduction.closed_by is 'Who entered the result';
comment on column staffing.introduction.field is 'Field of work: organisation';
comment on column staffing.introduction.home is 'Province of the 63';
comment on column staffing.introduction.place_id is 'Place of the office';
call access.protect('staffing.introduction');
grant select, insert on staffing.introduction to bamcoso_app;
grant update (posting_id, closed_on, closed_why, closed_by) on staffing.introduction to bamcoso_app;
