-- Up to which age an officer serves, by rank and sex: data with its days and its law.
create table staffing.service_age (
    rank       text not null,
    sex        text not null check (sex in ('m', 'f')),
    age        smallint not null check (age between 40 and 70),
    valid_from date not null,
    valid_to   date not null,
    source     text not null,
    primary key (rank, sex, valid_from)
);
comment on table  staffing.service_age is 'Highest age of service (hạn tuổi phục vụ)';
comment on column staffing.service_age.rank is 'Rank';
comment on column staffing.service_age.sex is 'm or f';
comment on column staffing.service_age.age is 'Years';
comment on column staffing.service_age.valid_from is 'First day';
comment on column staffing.service_age.valid_to is 'First day on which it no longer holds';
comment on column staffing.service_age.source is 'Law that sets it';
insert into staffing.service_age
select r.rank, s.sex, case when s.sex = 'm' then r.men else r.women end, '2023-08-15', 'infinity', 'Luật 21/2023/QH15'
from (values ('thieu_uy', 55, 55), ('trung_uy', 55, 55), ('thuong_uy', 55, 55), ('dai_uy', 55, 55), ('thieu_ta', 57, 55), ('trung_ta', 57, 55), ('thuong_ta', 60, 58), ('dai_ta', 62, 60)) r(rank, men, women)
cross join (values ('m'), ('f')) s(sex);
grant select on staffing.service_age to bamcoso_app;
create index skill_expiry on staffing.skill (expires) where kind = 'competence';
