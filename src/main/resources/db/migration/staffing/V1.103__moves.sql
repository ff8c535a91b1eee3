-- Acts that move people: one by one with their checklist, and in waves. Proposals for holders of posts that ended.
create table staffing.move (
    id         bigint generated always as identity primary key,
    officer_id int not null references staffing.officer,
    what       text not null check (what in ('transfer', 'appointment', 'secondment', 'reinforcement', 'acting', 'concurrent', 'end', 'retirement', 'mend', 'restructuring')),
    posting_id bigint not null references staffing.posting,
    from_posting_id bigint references staffing.posting,
    effective  date not null,
    decision   text not null,
    decided_on date not null,
    reason     text not null,
    paper_id   int,
    made_by    int not null,
    made_at    timestamptz not null,
    field      smallint not null default 1 check (field = 1),
    home       smallint not null,
    place_id   int not null references territory.place
);
create index on staffing.move (officer_id);
create index on staffing.move (place_id);
comment on table  staffing.move is 'Acts of personnel, as they were made; never changed';
comment on column staffing.move.id is 'Number of the act';
comment on column staffing.move.officer_id is 'The officer, as a number';
comment on column staffing.move.what is 'transfer, appointment, secondment, reinforcement, acting, concurrent, end, retirement, mend, restructuring';
comment on column staffing.move.posting_id is 'The posting that began, ended or was mended by it';
comment on column staffing.move.from_posting_id is 'The posting that ended for it';
comment on column staffing.move.effective is 'First day';
comment on column staffing.move.decision is 'Number and sign of the decision';
comment on column staffing.move.decided_on is 'Day of the decision';
comment on column staffing.move.reason is 'Why';
comment on column staffing.move.paper_id is 'papers.paper.id, once a document was opened';
comment on column staffing.move.made_by is 'identity.app_user.id';
comment on column staffing.move.made_at is 'When it was entered';
comment on column staffing.move.field is 'Field of work: organisation';
comment on column staffing.move.home is 'Province of the 63';
comment on column staffing.move.place_id is 'Place of the receiving office';

create table staffing.move_check (
    move_id  bigint not null references staffing.move,
    item     text not null check (item in ('decision', 'retraining', 'hand_over', 'account', 'accommodation')),
    done_on  date not null,
    note     text,
    done_by  int not null,
    done_at  timestamptz not null,
    primary key (move_id, item)
);
comment on table  staffing.move_check is 'What of the checklist of an act is done';
comment on column staffing.move_check.move_id is 'The act';
comment on column staffing.move_check.item is 'decision, retraining, hand_over, account, accommodation';
comment on column staffing.move_check.done_on is 'Day on which it was done';
comment on column staffing.move_check.note is 'What to know about it';
comment on column staffing.move_check.done_by is 'Who ticked it: identity.app_user.id';
comment on column staffing.move_check.done_at is 'When it was ticked';

create table staffing.wave (
    id         int generated always as identity primary key,
    title      text not null,
    office_id  int not null references territory.office,
    effective  date not null,
    status     text not null check (status in ('draft', 'decided', 'issued', 'undone')),
    decision   text,
    decided_on date,
    people     int not null,
    drafted_by int not null,
    drafted_at timestamptz not null,
    applied_by int,
    applied_at timestamptz,
    undone_by  int,
    undone_at  timestamptz,
    paper_id   int,
    field      smallint not null default 9 check (field = 9),
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint wave_decided check (status = 'draft' or decision is not null and decided_on is not null)
);
comment on table  staffing.wave is 'A mass act (đợt điều động): made of one file, decided and undone as one';
comment on column staffing.wave.id is 'Number of the wave';
comment on column staffing.wave.title is 'What it is called';
comment on column staffing.wave.office_id is 'The office that decides';
comment on column staffing.wave.effective is 'First day of the new postings';
comment on column staffing.wave.status is 'draft: seen by its drafter alone; decided: done; issued: its document is out; undone: taken back as one act';
comment on column staffing.wave.decision is 'Number and sign of the collective decision';
comment on column staffing.wave.decided_on is 'Day of the collective decision';
comment on column staffing.wave.people is 'How many officers';
comment on column staffing.wave.drafted_by is 'identity.app_user.id';
comment on column staffing.wave.drafted_at is 'When the file came in';
comment on column staffing.wave.applied_by is 'Who recorded the decision';
comment on column staffing.wave.applied_at is 'When it was recorded and done';
comment on column staffing.wave.undone_by is 'Who took it back';
comment on column staffing.wave.undone_at is 'When it was taken back';
comment on column staffing.wave.paper_id is 'papers.paper.id, once a document was opened';
comment on column staffing.wave.field is 'Field of work: personnel';
comment on column staffing.wave.home is 'Province of the 63';
comment on column staffing.wave.place_id is 'Place of the deciding office';

create table staffing.wave_line (
    wave_id    int not null references staffing.wave,
    row        int not null,
    officer_id int not null references staffing.officer,
    office_id  int not null references territory.office,
    title_id   smallint not null references staffing.title,
    from_posting_id bigint,
    from_until date,
    primary key (wave_id, row),
    unique (wave_id, officer_id)
);
comment on table  staffing.wave_line is 'Who goes where in a wave';
comment on column staffing.wave_line.wave_id is 'The wave';
comment on column staffing.wave_line.row is 'Row of the file';
comment on column staffing.wave_line.officer_id is 'The officer';
comment on column staffing.wave_line.office_id is 'The receiving office';
comment on column staffing.wave_line.title_id is 'The new title';
comment on column staffing.wave_line.from_posting_id is 'The posting that ends for it';
comment on column staffing.wave_line.from_until is 'End of that posting before the wave, to take it back with';

create table staffing.proposal (
    id         bigint generated always as identity primary key,
    act_id     int not null,
    officer_id int not null references staffing.officer,
    from_posting_id bigint not null references staffing.posting,
    posting_id bigint not null references staffing.posting,
    was_until  date not null,
    case_of    text not null check (case_of in ('title', 'office')),
    settled_by int,
    settled_at timestamptz,
    field      smallint not null default 1 check (field = 1),
    home       smallint not null,
    place_id   int not null references territory.place
);
create index on staffing.proposal (act_id);
comment on table  staffing.proposal is 'Where a restructuring puts the holder of a post that ends; what a person still has to decide';
comment on column staffing.proposal.id is 'Number of the row';
comment on column staffing.proposal.act_id is 'territory.act.id';
comment on column staffing.proposal.officer_id is 'The officer, as a number';
comment on column staffing.proposal.from_posting_id is 'The posting that ended';
comment on column staffing.proposal.posting_id is 'The posting at the successor';
comment on column staffing.proposal.was_until is 'End of the old posting before the act';
comment on column staffing.proposal.case_of is 'title: the title had to change; office: no successor is known, the officer is at the disposal of the superior';
comment on column staffing.proposal.settled_by is 'Who settled it; null while it is open';
comment on column staffing.proposal.settled_at is 'When it was settled';
comment on column staffing.proposal.field is 'Field of work: organisation';
comment on column staffing.proposal.home is 'Province of the 63';
comment on column staffing.proposal.place_id is 'Place of the new office';

call access.protect('staffing.move');
call access.protect('staffing.proposal');
alter table staffing.move_check enable row level security;
create policy with_move_read on staffing.move_check for select to bamcoso_app using (exists (select from staffing.move m where m.id = move_id));
create policy with_move_add on staffing.move_check for insert to bamcoso_app with check (exists (select from staffing.move m where m.id = move_id));
call access.protect('staffing.wave');
create policy drafts_are_the_drafters on staffing.wave as restrictive for select to bamcoso_app
    using (status <> 'draft' or drafted_by = (select access.user_id()) or (select access.user_id()) = 0);
alter table staffing.wave_line enable row level security;
create policy with_wave_read on staffing.wave_line for select to bamcoso_app using (exists (select from staffing.wave w where w.id = wave_id));
create policy with_wave_add on staffing.wave_line for insert to bamcoso_app with check (exists (select from staffing.wave w where w.id = wave_id and w.status = 'draft'));
create policy with_wave_change on staffing.wave_line for update to bamcoso_app using (exists (select from staffing.wave w where w.id = wave_id));
grant select, insert on staffing.move, staffing.move_check, staffing.wave, staffing.wave_line, staffing.proposal to bamcoso_app;
grant update (paper_id) on staffing.move to bamcoso_app;
grant update (status, decision, decided_on, applied_by, applied_at, undone_by, undone_at, paper_id) on staffing.wave to bamcoso_app;
grant update (from_posting_id, from_until) on staffing.wave_line to bamcoso_app;
grant update (settled_by, settled_at) on staffing.proposal to bamcoso_app;
