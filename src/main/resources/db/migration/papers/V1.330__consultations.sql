-- Drafts sent round for comment (lấy ý kiến): which bodies are asked by which day, what each says, and what became of it (tiếp thu,
-- giải trình). A draft belongs to a matter of a room above; what was sent, said and answered is only added to.
create table papers.consultation (
    id         int generated always as identity primary key,
    matter     text not null,
    matter_ref bigint not null,
    title      text not null,
    text       text not null,
    due_on     date not null,
    office_id  int not null references territory.office,
    sent_by    int not null,
    sent_at    timestamptz not null,
    closed_on  date,
    closed_by  int,
    document   text,
    field      smallint not null,
    home       smallint not null,
    place_id   int not null references territory.place,
    constraint consultation_closed check (document is null or closed_on is not null)
);
create index on papers.consultation (matter, matter_ref);
comment on table  papers.consultation is 'A draft sent round for comment: open for comments until its deadline, closed when every comment has its answer';
comment on column papers.consultation.id is 'Number of the draft';
comment on column papers.consultation.matter is 'Kind of matter, named by the room that sends: staffing.programme';
comment on column papers.consultation.matter_ref is 'Which one of that kind';
comment on column papers.consultation.title is 'What the draft is called';
comment on column papers.consultation.text is 'The draft as it was sent; never changed';
comment on column papers.consultation.due_on is 'Last day for comments; may be put off';
comment on column papers.consultation.office_id is 'Office that sends it round';
comment on column papers.consultation.sent_by is 'identity.app_user.id; 0 the program';
comment on column papers.consultation.sent_at is 'When it was sent round';
comment on column papers.consultation.closed_on is 'Day on which the table was closed; null while it is open';
comment on column papers.consultation.closed_by is 'Who closed it: identity.app_user.id';
comment on column papers.consultation.document is 'Number and sign of the document that came of it; null while none was issued';
comment on column papers.consultation.field is 'Field of work';
comment on column papers.consultation.home is 'Province of the 63; 0 for the nation';
comment on column papers.consultation.place_id is 'Place of the matter';

create table papers.consultation_body (
    id              int generated always as identity primary key,
    consultation_id int not null references papers.consultation,
    office_id       int references territory.office,
    name            text not null,
    asked_by        int not null,
    asked_at        timestamptz not null,
    field           smallint not null,
    home            smallint not null,
    place_id        int not null references territory.place,
    constraint consultation_body_once unique (consultation_id, name)
);
comment on table  papers.consultation_body is 'Bodies that are asked for their comments, and those that comment unasked';
comment on column papers.consultation_body.id is 'Number of the row';
comment on column papers.consultation_body.consultation_id is 'The draft';
comment on column papers.consultation_body.office_id is 'Police office, whose people answer here themselves; null for a body outside, whose letter the sender enters';
comment on column papers.consultation_body.name is 'Name of the body on the day on which it was asked';
comment on column papers.consultation_body.asked_by is 'identity.app_user.id; 0 the program';
comment on column papers.consultation_body.asked_at is 'When it was asked';
comment on column papers.consultation_body.field is 'Field of work, as of the draft';
comment on column papers.consultation_body.home is 'Province of the 63 of the body; of the draft for a body outside';
comment on column papers.consultation_body.place_id is 'Place that the body serves; of the draft for a body outside';

create table papers.consultation_comment (
    id              int generated always as identity primary key,
    consultation_id int not null references papers.consultation,
    body_id         int not null references papers.consultation_body,
    agrees          boolean not null,
    part            text,
    comment         text,
    document        text,
    given_by        int not null,
    given_at        timestamptz not null,
    field           smallint not null,
    home            smallint not null,
    place_id        int not null references territory.place,
    constraint consultation_comment_says check (agrees or comment is not null)
);
create index on papers.consultation_comment (consultation_id);
comment on table  papers.consultation_comment is 'What a body said of a draft; never changed';
comment on column papers.consultation_comment.id is 'Number of the comment';
comment on column papers.consultation_comment.consultation_id is 'The draft';
comment on column papers.consultation_comment.body_id is 'The body';
comment on column papers.consultation_comment.agrees is 'Whether the body agrees with the draft as it is (nhất trí); then there is nothing to answer';
comment on column papers.consultation_comment.part is 'Part of the draft that is meant; null for the whole';
comment on column papers.consultation_comment.comment is 'The comment; null when the body only agrees';
comment on column papers.consultation_comment.document is 'Number and sign of the letter with it';
comment on column papers.consultation_comment.given_by is 'Who entered it: identity.app_user.id; 0 the program';
comment on column papers.consultation_comment.given_at is 'When';
comment on column papers.consultation_comment.field is 'Field of work, as of the draft';
comment on column papers.consultation_comment.home is 'Province of the 63, as of the body';
comment on column papers.consultation_comment.place_id is 'Place, as of the body';

create table papers.consultation_answer (
    id          int generated always as identity primary key,
    comment_id  int not null references papers.consultation_comment,
    answer      text not null check (answer in ('taken', 'partly', 'explained')),
    why         text,
    answered_by int not null,
    answered_at timestamptz not null,
    field       smallint not null,
    home        smallint not null,
    place_id    int not null references territory.place,
    constraint consultation_answer_why check (answer = 'taken' or why is not null)
);
create index on papers.consultation_answer (comment_id, id);
comment on table  papers.consultation_answer is 'What became of a comment (tiếp thu, giải trình); the latest answer holds, earlier ones stay';
comment on column papers.consultation_answer.id is 'Number of the answer';
comment on column papers.consultation_answer.comment_id is 'The comment';
comment on column papers.consultation_answer.answer is 'taken (tiếp thu), partly (tiếp thu một phần), explained (giải trình, không tiếp thu)';
comment on column papers.consultation_answer.why is 'What was changed, or why not';
comment on column papers.consultation_answer.answered_by is 'Who answered: identity.app_user.id; 0 the program';
comment on column papers.consultation_answer.answered_at is 'When';
comment on column papers.consultation_answer.field is 'Field of work, as of the comment';
comment on column papers.consultation_answer.home is 'Province of the 63, as of the comment';
comment on column papers.consultation_answer.place_id is 'Place, as of the comment';

call access.protect('papers.consultation');
call access.protect('papers.consultation_body');
call access.protect('papers.consultation_comment');
call access.protect('papers.consultation_answer');

-- Whoever is asked reads the draft. Which drafts these are is asked once a statement with the owner's rights, by the scope of who asks.
create function papers.asked_consultations() returns int[] stable language sql security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(distinct b.consultation_id), '{}') from papers.consultation_body b
    where b.field::bigint * 4294967296 + b.place_id = any (access.bigints('bamcoso.r_places'))
       or b.field::int * 1000 + b.home = any (access.ints('bamcoso.r_homes'))
$$;
comment on function papers.asked_consultations() is 'Drafts on which somebody of the asker''s places or provinces is asked to comment';
revoke execute on function papers.asked_consultations() from public;
grant execute on function papers.asked_consultations() to bamcoso_app;
drop policy scope_read on papers.consultation;
create policy scope_read on papers.consultation for select to bamcoso_app using (
    field = any ((select access.ints('bamcoso.r_nation'))::int[])
    or field::int * 1000 + home = any ((select access.ints('bamcoso.r_homes'))::int[])
    or field::bigint * 4294967296 + place_id = any ((select access.bigints('bamcoso.r_places'))::bigint[])
    or id = any ((select papers.asked_consultations())::int[]));

grant select, insert on papers.consultation, papers.consultation_body, papers.consultation_comment, papers.consultation_answer to bamcoso_app;
grant update (due_on, closed_on, closed_by, document) on papers.consultation to bamcoso_app;
