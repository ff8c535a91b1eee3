-- Posting plans: what was asked, what the solver proposed and why, what people pinned, vetoed and accepted. They name
-- officers, so they belong to the field "personnel" (9).
create table staffing.plan (
    id         int generated always as identity primary key,
    title      text not null,
    on_day     date not null,
    rules      jsonb not null,
    status     text not null check (status in ('waiting', 'running', 'done', 'broken', 'accepted')),
    made_by    int not null references identity.app_user,
    made_at    timestamptz not null,
    started_at timestamptz,
    seats      int,
    candidates int,
    broken     bigint,
    unfilled   bigint,
    points     bigint,
    told       text,
    accepted_by int references identity.app_user,
    accepted_at timestamptz,
    wave_id    int references staffing.wave,
    version    int not null default 0,
    field      smallint not null default 9 check (field = 9),
    home       smallint not null,
    place_id   int not null references territory.place
);
comment on table  staffing.plan is 'A proposal of postings for an area and a day: asked, computed, argued about, accepted';
comment on column staffing.plan.id is 'Number of the plan';
comment on column staffing.plan.title is 'What people call it';
comment on column staffing.plan.on_day is 'Day from which the postings would hold';
comment on column staffing.plan.rules is 'Rules and weights as they were set (Rules)';
comment on column staffing.plan.status is 'waiting, running, done, broken, accepted';
comment on column staffing.plan.made_by is 'Who asked for it';
comment on column staffing.plan.made_at is 'When it was asked for';
comment on column staffing.plan.started_at is 'When the computation began; null while it waits for its turn';
comment on column staffing.plan.seats is 'Vacant posts that were to be filled';
comment on column staffing.plan.candidates is 'Officers who were considered';
comment on column staffing.plan.broken is 'Hard rules broken: 0, or the plan is no plan';
comment on column staffing.plan.unfilled is 'Weight of the posts left empty';
comment on column staffing.plan.points is 'Points of the soft rules, higher is better';
comment on column staffing.plan.told is 'Why it broke off; null when it did not';
comment on column staffing.plan.accepted_by is 'Who accepted it';
comment on column staffing.plan.accepted_at is 'When it was accepted';
comment on column staffing.plan.wave_id is 'The draft of a wave that it became; null until it is accepted';
comment on column staffing.plan.version is 'Counts the changes, so that two people do not overwrite each other';
comment on column staffing.plan.field is 'Field of work: personnel';
comment on column staffing.plan.home is 'Province of the 63 of the area';
comment on column staffing.plan.place_id is 'The area';

create table staffing.plan_line (
    plan_id    int not null references staffing.plan on delete cascade,
    n          int not null,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    officer_id int references staffing.officer,
    from_office_id int references territory.office,
    pinned     boolean not null default false,
    weight     int not null,
    why        jsonb not null,
    cost       jsonb,
    field      smallint not null default 9 check (field = 9),
    home       smallint not null,
    place_id   int not null references territory.place,
    primary key (plan_id, n)
);
comment on table  staffing.plan_line is 'One vacant post of a plan: who would fill it and why, or why nobody can';
comment on column staffing.plan_line.plan_id is 'The plan';
comment on column staffing.plan_line.n is 'Place in the list, the weightiest first';
comment on column staffing.plan_line.office_id is 'Office of the vacant post';
comment on column staffing.plan_line.title_id is 'Title of the vacant post';
comment on column staffing.plan_line.officer_id is 'Who would be posted; null: nobody';
comment on column staffing.plan_line.from_office_id is 'Where that officer serves now';
comment on column staffing.plan_line.pinned is 'Fixed by a person';
comment on column staffing.plan_line.weight is 'How much it matters that the post is filled';
comment on column staffing.plan_line.why is 'Reasons with their numbers, for a person to read';
comment on column staffing.plan_line.cost is 'What the plan would lose without this move, where somebody asked';
comment on column staffing.plan_line.field is 'Field of work: personnel';
comment on column staffing.plan_line.home is 'Province of the 63 of the office';
comment on column staffing.plan_line.place_id is 'Place of the office';

create table staffing.plan_word (
    plan_id    int not null references staffing.plan on delete cascade,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    officer_id int not null references staffing.officer,
    word       text not null check (word in ('pin', 'veto')),
    said_by    int not null references identity.app_user,
    said_at    timestamptz not null,
    field      smallint not null default 9 check (field = 9),
    home       smallint not null,
    place_id   int not null references territory.place,
    primary key (plan_id, office_id, title_id, officer_id)
);
comment on table  staffing.plan_word is 'What a person says of a move before the plan is computed (again): it must be, or it must not';
comment on column staffing.plan_word.plan_id is 'The plan';
comment on column staffing.plan_word.office_id is 'Office of the post';
comment on column staffing.plan_word.title_id is 'Title of the post';
comment on column staffing.plan_word.officer_id is 'The officer';
comment on column staffing.plan_word.word is 'pin: must be; veto: must not';
comment on column staffing.plan_word.said_by is 'Who said so';
comment on column staffing.plan_word.said_at is 'When';
comment on column staffing.plan_word.field is 'Field of work: personnel';
comment on column staffing.plan_word.home is 'Province of the 63 of the office';
comment on column staffing.plan_word.place_id is 'Place of the office';

call access.protect('staffing.plan');
call access.protect('staffing.plan_line');
call access.protect('staffing.plan_word');
grant select, insert on staffing.plan to bamcoso_app;
grant update (status, started_at, seats, candidates, broken, unfilled, points, told, accepted_by, accepted_at, wave_id, version) on staffing.plan to bamcoso_app;
grant select, insert, delete on staffing.plan_line, staffing.plan_word to bamcoso_app;
grant update (cost) on staffing.plan_line to bamcoso_app;
