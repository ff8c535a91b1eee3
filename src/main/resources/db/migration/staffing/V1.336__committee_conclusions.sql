-- What a steering committee concluded: the notice of conclusions with its points; tasks that follow from it are issued in their own room.
create table staffing.committee_conclusion (
    id           int generated always as identity primary key,
    committee_id int not null references staffing.committee,
    held_on      date not null,
    document     text not null,
    text         text not null,
    entered_by   int not null,
    entered_at   timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place,
    constraint committee_conclusion_once unique (committee_id, document)
);
comment on table  staffing.committee_conclusion is 'Conclusions of a steering committee (kết luận phiên họp); never changed';
comment on column staffing.committee_conclusion.id is 'Number of the row';
comment on column staffing.committee_conclusion.committee_id is 'The committee';
comment on column staffing.committee_conclusion.held_on is 'Day of the meeting';
comment on column staffing.committee_conclusion.document is 'Number and sign of the notice of conclusions';
comment on column staffing.committee_conclusion.text is 'Its points, one a line';
comment on column staffing.committee_conclusion.entered_by is 'identity.app_user.id; 0 the program';
comment on column staffing.committee_conclusion.entered_at is 'When it was entered';
comment on column staffing.committee_conclusion.field is 'Field of work: organisation';
comment on column staffing.committee_conclusion.home is 'Province of the 63; 0 for the nation';
comment on column staffing.committee_conclusion.place_id is 'Place of the programme';
call access.protect('staffing.committee_conclusion');
grant select, insert on staffing.committee_conclusion to bamcoso_app;
