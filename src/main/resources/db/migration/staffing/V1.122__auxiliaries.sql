-- Those who help the regular police of a commune: counts only, never by name. Until 30 June 2024 semi-professional commune police,
-- civil guards and leaders of civil fire teams; from 1 July 2024 the grassroots security force, which took them over.
create table staffing.auxiliary_kind (
    code       text primary key,
    name_vi    text not null,
    name_en    text not null,
    valid_from date not null,
    valid_to   date not null,
    successor  text references staffing.auxiliary_kind,
    basis      text not null
);
comment on table  staffing.auxiliary_kind is 'Categories of auxiliaries with their days and their succession';
comment on column staffing.auxiliary_kind.code is 'Stable name';
comment on column staffing.auxiliary_kind.name_vi is 'Vietnamese name';
comment on column staffing.auxiliary_kind.name_en is 'English name';
comment on column staffing.auxiliary_kind.valid_from is 'First day of the category';
comment on column staffing.auxiliary_kind.valid_to is 'First day on which it is no more';
comment on column staffing.auxiliary_kind.successor is 'Category that took its people over; null for none';
comment on column staffing.auxiliary_kind.basis is 'Law that made or ended it';
insert into staffing.auxiliary_kind values
    ('security_team', 'Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở', 'Grassroots security force', '2024-07-01', 'infinity', null, 'Luật 30/2023/QH15'),
    ('semi_professional', 'Công an xã bán chuyên trách', 'Semi-professional commune police', '-infinity', '2024-07-01', 'security_team', 'Pháp lệnh Công an xã 06/2008/PL-UBTVQH12; Luật 30/2023/QH15'),
    ('civil_guard', 'Bảo vệ dân phố', 'Civil guards', '-infinity', '2024-07-01', 'security_team', 'Luật 30/2023/QH15'),
    ('fire_team', 'Đội trưởng, đội phó đội dân phòng', 'Leaders of civil fire teams', '-infinity', '2024-07-01', 'security_team', 'Luật 30/2023/QH15');

create table staffing.auxiliary_count (
    id             bigint generated always as identity primary key,
    kind           text not null references staffing.auxiliary_kind,
    as_of          date not null,
    teams          int not null default 0 check (teams >= 0),
    chiefs         int not null check (chiefs >= 0),
    chief_women    int not null check (chief_women between 0 and chiefs),
    deputies       int not null check (deputies >= 0),
    deputy_women   int not null check (deputy_women between 0 and deputies),
    members        int not null check (members >= 0),
    member_women   int not null check (member_women between 0 and members),
    taken_over     int check (taken_over between 0 and chiefs + deputies + members),
    document       text,
    entered_by     int not null,
    entered_at     timestamptz not null,
    field          smallint not null default 1 check (field = 1),
    home           smallint not null,
    place_id       int not null references territory.place
);
create index on staffing.auxiliary_count (place_id, kind, as_of, id);
comment on table  staffing.auxiliary_count is 'How many auxiliaries a commune has; only added to: the latest day holds, of one day the later entry';
comment on column staffing.auxiliary_count.id is 'Number of the row';
comment on column staffing.auxiliary_count.kind is 'The category';
comment on column staffing.auxiliary_count.as_of is 'Day of the count';
comment on column staffing.auxiliary_count.teams is 'Teams; 0 where the category has none';
comment on column staffing.auxiliary_count.chiefs is 'Chiefs or leaders';
comment on column staffing.auxiliary_count.chief_women is 'Of these, women';
comment on column staffing.auxiliary_count.deputies is 'Deputies';
comment on column staffing.auxiliary_count.deputy_women is 'Of these, women';
comment on column staffing.auxiliary_count.members is 'Members';
comment on column staffing.auxiliary_count.member_women is 'Of these, women';
comment on column staffing.auxiliary_count.taken_over is 'Of all, how many came from the categories before; null when not known';
comment on column staffing.auxiliary_count.document is 'Number and sign of the report or decision behind it';
comment on column staffing.auxiliary_count.entered_by is 'identity.app_user.id; 0 the program';
comment on column staffing.auxiliary_count.entered_at is 'When it was entered';
comment on column staffing.auxiliary_count.field is 'Field of work: organisation';
comment on column staffing.auxiliary_count.home is 'Province of the 63';
comment on column staffing.auxiliary_count.place_id is 'The commune';

call access.protect('staffing.auxiliary_count');
grant select on staffing.auxiliary_kind to bamcoso_app;
grant select, insert on staffing.auxiliary_count to bamcoso_app;
