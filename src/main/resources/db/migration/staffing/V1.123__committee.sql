-- Steering committees of a programme, and plans sent round for comment before they are decided.
create table staffing.committee (
    id           int generated always as identity primary key,
    programme_id int not null references staffing.programme,
    name         text not null,
    decision     text not null,
    decided_on   date,
    agency_id    int references territory.office,
    entered_by   int not null,
    entered_at   timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place,
    constraint committee_once unique (programme_id)
);
comment on table  staffing.committee is 'Steering committee (Ban Chỉ đạo) of a programme with its standing agency';
comment on column staffing.committee.id is 'Number of the committee';
comment on column staffing.committee.programme_id is 'The programme';
comment on column staffing.committee.name is 'Name of the committee';
comment on column staffing.committee.decision is 'Number and sign of the decision that founded it, or the article that tells of it';
comment on column staffing.committee.decided_on is 'Day of the decision, where known';
comment on column staffing.committee.agency_id is 'The standing agency (cơ quan thường trực); null while none is named';
comment on column staffing.committee.entered_by is 'identity.app_user.id; 0 the program';
comment on column staffing.committee.entered_at is 'When it was entered';
comment on column staffing.committee.field is 'Field of work: organisation';
comment on column staffing.committee.home is 'Province of the 63; 0 for the nation';
comment on column staffing.committee.place_id is 'Place of the programme';

create table staffing.committee_member (
    id           int generated always as identity primary key,
    committee_id int not null references staffing.committee,
    role         text not null check (role in ('head', 'deputy_head', 'standing_member', 'member', 'secretary')),
    post         text not null,
    body         text not null,
    valid_from   date not null,
    valid_to     date not null,
    decision     text not null,
    entered_by   int not null,
    entered_at   timestamptz not null,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place,
    constraint committee_member_days check (valid_from <= valid_to)
);
create index on staffing.committee_member (committee_id);
comment on table  staffing.committee_member is 'Members by post and body, never by person: who holds the post is a member';
comment on column staffing.committee_member.id is 'Number of the row';
comment on column staffing.committee_member.committee_id is 'The committee';
comment on column staffing.committee_member.role is 'head (Trưởng ban), deputy_head, standing_member (Ủy viên thường trực), member, secretary (Thư ký)';
comment on column staffing.committee_member.post is 'Post by which one is a member: Cục trưởng, Giám đốc';
comment on column staffing.committee_member.body is 'Body of that post';
comment on column staffing.committee_member.valid_from is 'First day';
comment on column staffing.committee_member.valid_to is 'First day on which it no longer holds';
comment on column staffing.committee_member.decision is 'Number and sign of the decision';
comment on column staffing.committee_member.entered_by is 'identity.app_user.id; 0 the program';
comment on column staffing.committee_member.entered_at is 'When it was entered';
comment on column staffing.committee_member.field is 'Field of work: organisation';
comment on column staffing.committee_member.home is 'Province of the 63; 0 for the nation';
comment on column staffing.committee_member.place_id is 'Place of the programme';

create table staffing.draft_plan (
    id           int generated always as identity primary key,
    programme_id int not null references staffing.programme,
    title        text not null,
    text         text not null,
    due_on       date not null,
    sent_by      int not null,
    sent_at      timestamptz not null,
    closed_on    date,
    document     text,
    field        smallint not null default 1 check (field = 1),
    home         smallint not null,
    place_id     int not null references territory.place
);
create index on staffing.draft_plan (programme_id);
comment on table  staffing.draft_plan is 'A draft sent round for comment (lấy ý kiến): open until its deadline, closed by the document that was issued';
comment on column staffing.draft_plan.id is 'Number of the draft';
comment on column staffing.draft_plan.programme_id is 'The programme';
comment on column staffing.draft_plan.title is 'What it is called';
comment on column staffing.draft_plan.text is 'The draft as it was sent; never changed';
comment on column staffing.draft_plan.due_on is 'Last day for comments';
comment on column staffing.draft_plan.sent_by is 'identity.app_user.id; 0 the program';
comment on column staffing.draft_plan.sent_at is 'When it was sent round';
comment on column staffing.draft_plan.closed_on is 'Day on which the table was closed; null while it is open';
comment on column staffing.draft_plan.document is 'Number and sign of the plan that came of it';
comment on column staffing.draft_plan.field is 'Field of work: organisation';
comment on column staffing.draft_plan.home is 'Province of the 63; 0 for the nation';
comment on column staffing.draft_plan.place_id is 'Place of the programme';

create table staffing.draft_comment (
    id          int generated always as identity primary key,
    draft_id    int not null references staffing.draft_plan,
    body        text not null,
    part        text,
    comment     text not null,
    document    text,
    given_by    int not null,
    given_at    timestamptz not null,
    answer      text check (answer in ('taken', 'partly', 'explained')),
    why         text,
    answered_by int,
    answered_at timestamptz,
    field       smallint not null default 1 check (field = 1),
    home        smallint not null,
    place_id    int not null references territory.place,
    constraint draft_comment_answer check ((answer is null) = (answered_at is null) and (answer in ('partly', 'explained')) <= (why is not null))
);
create index on staffing.draft_comment (draft_id);
comment on table  staffing.draft_comment is 'Comments on a draft and what became of them (tiếp thu, giải trình)';
comment on column staffing.draft_comment.id is 'Number of the comment';
comment on column staffing.draft_comment.draft_id is 'The draft';
comment on column staffing.draft_comment.body is 'Body that comments';
comment on column staffing.draft_comment.part is 'Part of the draft that is meant';
comment on column staffing.draft_comment.comment is 'The comment; never changed';
comment on column staffing.draft_comment.document is 'Number and sign of the letter with the comment';
comment on column staffing.draft_comment.given_by is 'Who entered it: identity.app_user.id; 0 the program';
comment on column staffing.draft_comment.given_at is 'When';
comment on column staffing.draft_comment.answer is 'taken (tiếp thu), partly (tiếp thu một phần), explained (giải trình, không tiếp thu); null while open';
comment on column staffing.draft_comment.why is 'What was changed, or why not';
comment on column staffing.draft_comment.answered_by is 'Who answered: identity.app_user.id';
comment on column staffing.draft_comment.answered_at is 'When';
comment on column staffing.draft_comment.field is 'Field of work: organisation';
comment on column staffing.draft_comment.home is 'Province of the 63; 0 for the nation';
comment on column staffing.draft_comment.place_id is 'Place of the programme';

call access.protect('staffing.committee');
call access.protect('staffing.committee_member');
call access.protect('staffing.draft_plan');
call access.protect('staffing.draft_comment');
grant select, insert on staffing.committee, staffing.committee_member, staffing.draft_plan, staffing.draft_comment to bamcoso_app;
grant update (agency_id) on staffing.committee to bamcoso_app;
grant update (valid_to) on staffing.committee_member to bamcoso_app;
grant update (closed_on, document) on staffing.draft_plan to bamcoso_app;
grant update (answer, why, answered_by, answered_at) on staffing.draft_comment to bamcoso_app;
