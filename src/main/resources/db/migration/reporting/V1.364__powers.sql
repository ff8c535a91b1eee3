-- What each kind of office may decide (phân cấp), dated, with the guidance beside it. A change ends a row and adds another.
create table reporting.power (
    id          int generated always as identity primary key,
    office_kind text not null check (office_kind in ('commune', 'district', 'provincial', 'ministry')),
    subject_vi  text not null check (subject_vi <> ''),
    subject_en  text not null check (subject_en <> ''),
    basis       text not null check (basis <> ''),
    guidance_vi text not null default '',
    guidance_en text not null default '',
    valid_from  date not null,
    valid_to    date,
    entered_by  int  not null,
    entered_at  timestamptz not null,
    constraint power_days check (valid_from < valid_to)
);
grant select, insert, update (valid_to) on reporting.power to bamcoso_app;
comment on table  reporting.power is 'Powers of each kind of office (phân cấp), dated, with guidance';
comment on column reporting.power.id is 'Number';
comment on column reporting.power.office_kind is 'Kind of office that holds the power';
comment on column reporting.power.subject_vi is 'What it may decide or do, in Vietnamese';
comment on column reporting.power.subject_en is 'The same in English';
comment on column reporting.power.basis is 'Document that gives it';
comment on column reporting.power.guidance_vi is 'Guidance for its use, in Vietnamese';
comment on column reporting.power.guidance_en is 'The same in English';
comment on column reporting.power.valid_from is 'First day';
comment on column reporting.power.valid_to is 'First day on which it no longer holds; null while it does';
comment on column reporting.power.entered_by is 'User; 0 the program';
comment on column reporting.power.entered_at is 'When';
insert into reporting.power (office_kind, subject_vi, subject_en, basis, guidance_vi, guidance_en, valid_from, entered_by, entered_at) values
    ('commune', 'Chức năng, nhiệm vụ, quyền hạn của Công an xã chính quy', 'Functions, tasks and powers of the regular commune police',
     'Thông tư 46/2021/TT-BCA ngày 5/5/2021', 'Ngày ghi ở đây là ngày ban hành; ngày có hiệu lực xem văn bản.', 'The day given is that of issue; for the day of effect see the document.', '2021-05-05', 0, now()),
    ('commune', 'Trưởng, Phó trưởng Công an cấp xã là điều tra viên trung cấp, cao cấp, được phân công, khởi tố, điều tra vụ án ít nghiêm trọng, nghiêm trọng', 'Chiefs and deputy chiefs who are mid-level or senior investigators open and investigate less serious and serious cases when assigned',
     'Bộ luật Tố tụng hình sự, sửa đổi ngày 27/6/2025', 'Theo phân công của Thủ trưởng Cơ quan điều tra cấp tỉnh; cấp xã không phải một cấp điều tra.', 'As assigned by the head of the provincial investigation body; the commune is not a level of investigation.', '2025-07-01', 0, now());
