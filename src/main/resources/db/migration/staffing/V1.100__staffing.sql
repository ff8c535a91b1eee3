-- Posts, officers and who holds which post, on any day, as known at any time. Posts and counts belong to the field
-- "organisation" (1); what is personal about an officer belongs to the field "personnel" (9).
create schema staffing;
grant usage on schema staffing to bamcoso_app;
insert into access.field values (9, 'personnel', 'Nhân sự (hồ sơ cán bộ)', 'Personnel files');

create table staffing.title (
    id     smallint primary key,
    code   text not null unique,
    part   text not null check (part in ('post', 'concurrent')),
    office_kind text not null check (office_kind in ('commune', 'district', 'provincial')),
    leads  boolean not null default false
);
comment on table  staffing.title is 'Position titles (chức danh); their names are dated';
comment on column staffing.title.id is 'Small number that rows carry; the order in lists';
comment on column staffing.title.code is 'Stable name used in files and over HTTP';
comment on column staffing.title.part is 'post: filled by one full posting; concurrent: held beside a post (kiêm nhiệm)';
comment on column staffing.title.office_kind is 'Kind of office that has it';
comment on column staffing.title.leads is 'Whether an office with a holder counts as headed';

create table staffing.title_state (
    title_id   smallint not null references staffing.title,
    valid_from date not null,
    valid_to   date not null,
    name_vi    text not null,
    name_en    text not null,
    source     text not null,
    primary key (title_id, valid_from),
    constraint title_state_no_overlap exclude using gist (title_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table  staffing.title_state is 'What a title was called in a span of days';
comment on column staffing.title_state.title_id is 'The title';
comment on column staffing.title_state.valid_from is 'First day';
comment on column staffing.title_state.valid_to is 'First day on which the name no longer holds';
comment on column staffing.title_state.name_vi is 'Vietnamese name';
comment on column staffing.title_state.name_en is 'English name';
comment on column staffing.title_state.source is 'Document that gave the name';
insert into staffing.title values
    (1, 'chief', 'post', 'commune', true), (2, 'deputy', 'post', 'commune', false), (3, 'member', 'post', 'commune', false),
    (11, 'district_officer', 'post', 'district', false), (21, 'provincial_officer', 'post', 'provincial', false),
    (51, 'party_executive', 'concurrent', 'commune', false), (52, 'youth_deputy_secretary', 'concurrent', 'commune', false),
    (53, 'peoples_council', 'concurrent', 'commune', false);
insert into staffing.title_state values
    (1, '-infinity', 'infinity', 'Trưởng Công an cấp xã', 'Chief of commune police', 'Luật Công an nhân dân 37/2018/QH14'),
    (2, '-infinity', 'infinity', 'Phó Trưởng Công an cấp xã', 'Deputy chief of commune police', 'Luật Công an nhân dân 37/2018/QH14'),
    (3, '-infinity', '2021-05-16', 'Công an viên thường trực', 'Standing commune officer', 'Trước Nghị định 42/2021/NĐ-CP'),
    (3, '2021-05-16', 'infinity', 'Công an viên', 'Commune officer', 'Nghị định 42/2021/NĐ-CP'),
    (11, '-infinity', '2025-03-01', 'Cán bộ Công an cấp huyện', 'District police officer', 'Kết thúc Công an cấp huyện từ 01/3/2025'),
    (21, '-infinity', 'infinity', 'Cán bộ Công an cấp tỉnh', 'Provincial police officer', 'Luật Công an nhân dân 37/2018/QH14'),
    (51, '-infinity', 'infinity', 'Ủy viên Ban Chấp hành Đảng bộ xã', 'Member of the commune Party executive', 'Quy định 192-QĐ/TW'),
    (52, '-infinity', 'infinity', 'Phó Bí thư Đoàn xã', 'Deputy secretary of the commune Youth Union', 'Thực tiễn của các địa phương'),
    (53, '-infinity', 'infinity', 'Đại biểu Hội đồng nhân dân xã', 'Member of the commune People''s Council', 'Luật Tổ chức chính quyền địa phương');

create table staffing.composition (
    id         smallint primary key,
    code       text not null unique,
    name_vi    text not null,
    name_en    text not null,
    for_class  text not null check (for_class in ('key', 'any')),
    least      smallint not null,
    valid_from date not null,
    valid_to   date not null
);
comment on table  staffing.composition is 'Composition templates (cơ cấu mẫu): how many of each title a commune gets';
comment on column staffing.composition.id is 'Number of the template';
comment on column staffing.composition.code is 'Chief + deputies + officers, e.g. 1+1+3';
comment on column staffing.composition.name_vi is 'Vietnamese name';
comment on column staffing.composition.name_en is 'English name';
comment on column staffing.composition.for_class is 'key: communes important for security; any: all';
comment on column staffing.composition.least is 'From this many holders on, the commune is filled to the norm (đủ cơ cấu)';
comment on column staffing.composition.valid_from is 'First day on which it may be given';
comment on column staffing.composition.valid_to is 'First day on which it may no longer be given';
create table staffing.composition_part (
    composition_id smallint not null references staffing.composition,
    title_id       smallint not null references staffing.title,
    number         smallint not null check (number > 0),
    primary key (composition_id, title_id)
);
comment on table  staffing.composition_part is 'Posts of one title in a template';
comment on column staffing.composition_part.composition_id is 'The template';
comment on column staffing.composition_part.title_id is 'The title';
comment on column staffing.composition_part.number is 'How many posts';
insert into staffing.composition values
    (1, '1+1+1', 'Mẫu 1+1+1', 'Template 1+1+1', 'any', 3, '2018-01-01', '2021-07-01'),
    (2, '1+1+3', 'Mẫu 1+1+3, ít nhất 05', 'Template 1+1+3, at least 5', 'any', 5, '2018-01-01', '2025-03-01'),
    (3, '1+2+5', 'Mẫu xã trọng điểm 1+2+5', 'Template of a key commune 1+2+5', 'key', 5, '2018-01-01', '2025-03-01'),
    (4, '1+2+9', 'Mẫu 1+2+9, ít nhất 12', 'Template 1+2+9, at least 12', 'any', 12, '2025-03-01', '2025-07-01'),
    (5, '1+3+31', 'Mẫu 1+3+31 (30 đến 40)', 'Template 1+3+31 (30 to 40)', 'any', 30, '2025-07-01', 'infinity'),
    (6, '1+3+51', 'Mẫu 1+3+51 (50 đến 60)', 'Template 1+3+51 (50 to 60)', 'any', 50, '2025-07-01', 'infinity');
insert into staffing.composition_part
select c.id, t.title, (string_to_array(c.code, '+'))[t.title]::smallint from staffing.composition c cross join (values (1), (2), (3)) t(title);

create table staffing.ceiling (
    id         int generated always as identity primary key,
    office_id  int not null references territory.office,
    number     int not null check (number >= 0),
    valid_from date not null,
    valid_to   date not null,
    decision   text not null,
    decided_on date not null,
    set_by     int not null,
    field      smallint not null default 1,
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint ceiling_no_overlap exclude using gist (office_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table  staffing.ceiling is 'How many posts a superior office may hand out below it (chỉ tiêu biên chế được giao)';
comment on column staffing.ceiling.id is 'Number of the row';
comment on column staffing.ceiling.office_id is 'The superior office';
comment on column staffing.ceiling.number is 'Posts below it, at most';
comment on column staffing.ceiling.valid_from is 'First day';
comment on column staffing.ceiling.valid_to is 'First day on which it no longer holds';
comment on column staffing.ceiling.decision is 'Number and sign of the decision';
comment on column staffing.ceiling.decided_on is 'Day of the decision';
comment on column staffing.ceiling.set_by is 'identity.app_user.id; 0 the program';
comment on column staffing.ceiling.field is 'Field of work: organisation';
comment on column staffing.ceiling.home is 'Province of the 63';
comment on column staffing.ceiling.place_id is 'Place of the office';

create table staffing.post (
    id         bigint generated always as identity primary key,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    number     smallint not null check (number > 0),
    least      smallint not null default 0,
    composition_id smallint references staffing.composition,
    valid_from date not null,
    valid_to   date not null,
    decision   text not null,
    decided_on date,
    set_by     int not null,
    set_at     timestamptz not null,
    field      smallint not null default 1 check (field = 1),
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint post_days check (valid_from <= valid_to),
    constraint post_no_overlap exclude using gist (office_id with =, title_id with =, daterange(valid_from, valid_to) with &&)
);
create index post_held on staffing.post (valid_to, valid_from) include (office_id, place_id, title_id, number, least, composition_id, home, field);
create index on staffing.post (place_id);
comment on table  staffing.post is 'The establishment (biên chế): posts allotted to an office, by title, in a span of days';
comment on column staffing.post.id is 'Number of the row';
comment on column staffing.post.office_id is 'The office';
comment on column staffing.post.title_id is 'The title';
comment on column staffing.post.number is 'How many posts of this title';
comment on column staffing.post.least is 'From this many holders of all titles on, the office is filled to the norm';
comment on column staffing.post.composition_id is 'The template by which it was set; null when set one by one';
comment on column staffing.post.valid_from is 'First day';
comment on column staffing.post.valid_to is 'First day on which it no longer holds; equal to the first when it was taken back';
comment on column staffing.post.decision is 'Number and sign of the decision behind it';
comment on column staffing.post.decided_on is 'Day of that decision, where known';
comment on column staffing.post.set_by is 'identity.app_user.id; 0 the program';
comment on column staffing.post.set_at is 'When it was entered';
comment on column staffing.post.field is 'Field of work: organisation';
comment on column staffing.post.home is 'Province of the 63';
comment on column staffing.post.place_id is 'Place of the office';

create table staffing.officer (
    id           int generated always as identity primary key,
    number       text not null constraint officer_number_once unique,
    name         text not null,
    birth_year   smallint not null check (birth_year between 1940 and 2020),
    sex          text not null check (sex in ('m', 'f')),
    ethnic_group text not null,
    rank         text not null check (rank in ('thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy', 'thieu_ta', 'trung_ta', 'thuong_ta', 'dai_ta')),
    education    text not null check (education in ('trung_cap', 'cao_dang', 'dai_hoc', 'sau_dai_hoc')),
    party_since  date,
    home_commune int references territory.place,
    entered_on   date not null,
    left_on      date not null default 'infinity',
    left_reason  text,
    user_id      int unique references identity.app_user,
    version      int not null default 0,
    field        smallint not null default 9 check (field = 9),
    home         smallint not null,
    place_id     int not null references territory.place
);
create index on staffing.officer (place_id);
create index on staffing.officer (home);
comment on table  staffing.officer is 'Officers: employees only; who may hold a post';
comment on column staffing.officer.id is 'The officer; postings carry it';
comment on column staffing.officer.number is 'Number of the officer (số hiệu Công an nhân dân)';
comment on column staffing.officer.name is 'Full name';
comment on column staffing.officer.birth_year is 'Year of birth';
comment on column staffing.officer.sex is 'm or f';
comment on column staffing.officer.ethnic_group is 'Ethnic group (dân tộc)';
comment on column staffing.officer.rank is 'Rank (cấp bậc hàm)';
comment on column staffing.officer.education is 'Highest level of education';
comment on column staffing.officer.party_since is 'Day of admission to the Party; null for who is no member';
comment on column staffing.officer.home_commune is 'Commune of origin (quê quán); null when not known';
comment on column staffing.officer.entered_on is 'First day of service';
comment on column staffing.officer.left_on is 'First day after service; infinity while serving';
comment on column staffing.officer.left_reason is 'Why the service ended';
comment on column staffing.officer.user_id is 'The account of the officer, where there is one: opens the own record';
comment on column staffing.officer.version is 'Counts the changes of the record';
comment on column staffing.officer.field is 'Field of work: personnel';
comment on column staffing.officer.home is 'Province of the 63 of the present or last office';
comment on column staffing.officer.place_id is 'Place of the present or last office';

create table staffing.skill (
    id         bigint generated always as identity primary key,
    officer_id int  not null references staffing.officer,
    kind       text not null check (kind in ('language', 'competence')),
    name       text not null,
    level      text,
    expires    date,
    noted_on   date not null
);
create index on staffing.skill (officer_id);
create index skill_language on staffing.skill (officer_id) include (name, noted_on, expires) where kind = 'language';
comment on table  staffing.skill is 'Languages and competences of officers; a later row of the same name supersedes the earlier';
comment on column staffing.skill.id is 'Number of the row';
comment on column staffing.skill.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.skill.kind is 'language or competence';
comment on column staffing.skill.name is 'Language or competence';
comment on column staffing.skill.level is 'How well, or the level of the certificate';
comment on column staffing.skill.expires is 'First day on which it no longer counts; null when it does not expire';
comment on column staffing.skill.noted_on is 'Day of the certificate or of the entry';
