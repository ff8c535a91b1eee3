-- The roll-out of regular commune police, programme by programme: which places, in which stage, by which day, what is ready there.
-- Who is posted is not written here: it is measured from the postings.
create table staffing.programme (
    id        int generated always as identity primary key,
    name_vi   text not null,
    name_en   text not null,
    goal      text not null check (goal in ('covered', 'filled')),
    norm      smallint not null check (norm between 1 and 100),
    begins_on date not null,
    basis     text not null,
    basis_on  date,
    opened_by int not null,
    opened_at timestamptz not null,
    place_id  int not null references territory.place,
    constraint programme_norm check (goal = 'filled' or norm = 1),
    constraint programme_once unique (place_id, name_vi)
);
comment on table  staffing.programme is 'A programme of roll-out (lộ trình): what it is called and aims at; what is planned for its places lies in place_plan';
comment on column staffing.programme.id is 'Number of the programme';
comment on column staffing.programme.name_vi is 'Vietnamese name';
comment on column staffing.programme.name_en is 'English name';
comment on column staffing.programme.goal is 'When a place has reached the goal: covered (at least one officer) or filled (as many as the norm says)';
comment on column staffing.programme.norm is 'Officers from which on a place has reached the goal; 1 where it is to be covered';
comment on column staffing.programme.begins_on is 'First day; the curve begins here';
comment on column staffing.programme.basis is 'Document on which it rests: number and sign, or the article that tells of it';
comment on column staffing.programme.basis_on is 'Day of that document, where known';
comment on column staffing.programme.opened_by is 'identity.app_user.id; 0 the program';
comment on column staffing.programme.opened_at is 'When it was entered';
comment on column staffing.programme.place_id is 'The nation or the province whose programme it is';

create table staffing.programme_stage (
    programme_id int not null references staffing.programme,
    number       smallint not null check (number > 0),
    kind         text not null check (kind in ('before', 'pilot', 'phase', 'wave')),
    name_vi      text not null,
    name_en      text not null,
    primary key (programme_id, number)
);
comment on table  staffing.programme_stage is 'Stages of a programme in their order';
comment on column staffing.programme_stage.programme_id is 'The programme';
comment on column staffing.programme_stage.number is 'Order in the programme';
comment on column staffing.programme_stage.kind is 'before (had regular police already), pilot (thí điểm), phase (giai đoạn), wave (đợt)';
comment on column staffing.programme_stage.name_vi is 'Vietnamese name';
comment on column staffing.programme_stage.name_en is 'English name';

create table staffing.place_plan (
    id           bigint generated always as identity primary key,
    programme_id int not null references staffing.programme,
    stage        smallint not null,
    planned_on   date,
    document     text not null,
    decided_on   date not null,
    reason       text,
    set_by       int not null,
    set_at       timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place,
    constraint place_plan_stage foreign key (programme_id, stage) references staffing.programme_stage
);
create index place_plan_latest on staffing.place_plan (programme_id, place_id, decided_on desc, id desc) include (planned_on, home, field);
comment on table  staffing.place_plan is 'What is planned for a place, as each plan said; only added to: the latest decision holds, the earlier ones stay';
comment on column staffing.place_plan.id is 'Number of the row; of two decisions of one day the later row holds';
comment on column staffing.place_plan.programme_id is 'The programme';
comment on column staffing.place_plan.stage is 'The stage in which the place is';
comment on column staffing.place_plan.planned_on is 'Day by which the place is to reach the goal; null: the place is taken out of the programme';
comment on column staffing.place_plan.document is 'Number and sign of the plan';
comment on column staffing.place_plan.decided_on is 'Day of the plan: from then on it holds';
comment on column staffing.place_plan.reason is 'Why the plan was changed; null in the first one';
comment on column staffing.place_plan.set_by is 'identity.app_user.id; 0 the program';
comment on column staffing.place_plan.set_at is 'When it was entered';
comment on column staffing.place_plan.field is 'Field of work: organisation';
comment on column staffing.place_plan.home is 'Province of the 63';
comment on column staffing.place_plan.place_id is 'The place';

create table staffing.gate_note (
    id           bigint generated always as identity primary key,
    programme_id int not null references staffing.programme,
    gate         text not null check (gate in ('decision', 'premises', 'equipment')),
    ready        boolean not null,
    holds_on     date not null,
    document     text,
    note         text,
    said_by      int not null,
    said_at      timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place,
    constraint gate_note_evidence check (not ready or document is not null)
);
create index on staffing.gate_note (programme_id, place_id, gate, holds_on, id);
comment on table  staffing.gate_note is 'What somebody said of a gate of readiness at a place; only added to: the latest day holds. The gates people and party cell are measured, not said';
comment on column staffing.gate_note.id is 'Number of the row';
comment on column staffing.gate_note.programme_id is 'The programme';
comment on column staffing.gate_note.gate is 'decision (quyết định), premises (trụ sở), equipment (trang bị)';
comment on column staffing.gate_note.ready is 'Whether it is ready from that day on';
comment on column staffing.gate_note.holds_on is 'Day from which this holds';
comment on column staffing.gate_note.document is 'Number and sign of the document that proves it; needed when ready';
comment on column staffing.gate_note.note is 'What is missing, in words';
comment on column staffing.gate_note.said_by is 'Who said so: identity.app_user.id; 0 the program';
comment on column staffing.gate_note.said_at is 'When';
comment on column staffing.gate_note.field is 'Field of work: organisation';
comment on column staffing.gate_note.home is 'Province of the 63';
comment on column staffing.gate_note.place_id is 'The place';

call access.protect('staffing.place_plan');
call access.protect('staffing.gate_note');
grant select, insert on staffing.programme, staffing.programme_stage, staffing.place_plan, staffing.gate_note to bamcoso_app;
