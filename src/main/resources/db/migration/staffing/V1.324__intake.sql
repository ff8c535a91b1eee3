-- Intake: graduates of academies come into the register in batches, and get their posts by a wave.
create table staffing.intake (
    id         int generated always as identity primary key,
    academy    text not null,
    decision   text not null,
    decided_on date not null,
    people     int not null,
    recorded_by int not null,
    recorded_at timestamptz not null,
    field      smallint not null default 9 check (field = 9),
    home       smallint not null,
    place_id   int not null references territory.place
);
create index on staffing.intake (place_id);
comment on table  staffing.intake is 'A batch of graduates (học viên tốt nghiệp) whom an area received';
comment on column staffing.intake.id is 'Number of the batch';
comment on column staffing.intake.academy is 'Academy or school from which they come';
comment on column staffing.intake.decision is 'Number and sign of the decision that sends them';
comment on column staffing.intake.decided_on is 'Its day';
comment on column staffing.intake.people is 'How many';
comment on column staffing.intake.recorded_by is 'identity.app_user.id';
comment on column staffing.intake.recorded_at is 'When the file came in';
comment on column staffing.intake.field is 'Field of work: personnel';
comment on column staffing.intake.home is 'Province of the 63';
comment on column staffing.intake.place_id is 'Place of the receiving office';
call access.protect('staffing.intake');
grant select, insert on staffing.intake to bamcoso_app;
alter table staffing.officer add column intake_id int references staffing.intake;
create index on staffing.officer (intake_id) where intake_id is not null;
comment on column staffing.officer.intake_id is 'The batch of graduates in which the officer came; null for others';
