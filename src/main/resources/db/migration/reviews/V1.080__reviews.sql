-- Review reports (sơ kết, tổng kết): sentences with slots for figures, written by people, live until issued.
create schema reviews;
grant usage on schema reviews to bamcoso_app;

create table reviews.review (
    id         int generated always as identity primary key,
    template   text not null,
    title      text not null,
    as_of      date not null,
    held_on    date not null,
    agency_id  int  not null references territory.office,
    opened_by  int  not null,
    opened_at  timestamptz not null,
    field      smallint not null references access.field,
    home       smallint not null,
    place_id   int  not null references territory.place,
    constraint review_days check (as_of <= held_on)
);
comment on table  reviews.review is 'A review of the programme on a day; its document is in papers (section reviews, ref = id)';
comment on column reviews.review.id is 'Own number; the address is /reviews/{id}';
comment on column reviews.review.template is 'Code of the outline that it was opened from';
comment on column reviews.review.title is 'What is reviewed';
comment on column reviews.review.as_of is 'Day on which its figures stand unless a sentence says another';
comment on column reviews.review.held_on is 'Day of the conference';
comment on column reviews.review.agency_id is 'Office that prepares it: the Ministry Office or a standing agency';
comment on column reviews.review.opened_by is 'identity.app_user.id; 0 the program';
comment on column reviews.review.opened_at is 'When';
comment on column reviews.review.field is 'Field of work (access.field)';
comment on column reviews.review.home is '0: a review is the nation''s';
comment on column reviews.review.place_id is 'The nation';

create table reviews.block (
    id        int generated always as identity primary key,
    review_id int  not null references reviews.review,
    position  int  not null,
    kind      text not null check (kind in ('heading1', 'heading2', 'paragraph', 'point', 'listing', 'annex')),
    number    text not null default '',
    spec      jsonb,
    unique (review_id, position),
    constraint block_annex_has_spec check ((kind = 'annex') = (spec is not null))
);
comment on table  reviews.block is 'The outline of a review in order: headings, paragraphs, lists, annexes; copied from the template when it was opened';
comment on column reviews.block.id is 'Own number';
comment on column reviews.block.review_id is 'The review';
comment on column reviews.block.position is 'Order in the document';
comment on column reviews.block.kind is 'heading1 "I.", heading2 "1.", paragraph, point "a) …", listing (one line an item), annex (a table by province)';
comment on column reviews.block.number is 'Of a heading or point: its number as printed';
comment on column reviews.block.spec is 'Of an annex: columns (indicator, period), level, map day';

create table reviews.wording (
    block_id   int  not null references reviews.block,
    version    int  not null check (version > 0),
    text       text not null check (text <> ''),
    slots      jsonb not null default '[]',
    written_by int  not null,
    written_name text not null,
    written_at timestamptz not null,
    primary key (block_id, version)
);
comment on table  reviews.wording is 'Every wording that a block has had; never changed. The highest version stands; who saves over an older one is told';
comment on column reviews.wording.block_id is 'The block';
comment on column reviews.wording.version is 'From 1';
comment on column reviews.wording.text is 'Words with numbers in slots: "đã bố trí [1: gần 45.000] cán bộ"';
comment on column reviews.wording.slots is 'The slots in order: indicator, place key, period code, of (a second indicator: share of it), unit, and the exact value that the writer saw';
comment on column reviews.wording.written_by is 'identity.app_user.id; 0 the program';
comment on column reviews.wording.written_name is 'Name of that person then';
comment on column reviews.wording.written_at is 'When';

call access.protect('reviews.review');
alter table reviews.block enable row level security;
create policy with_review_read on reviews.block for select to bamcoso_app using (exists (select from reviews.review r where r.id = review_id));
create policy with_review_add on reviews.block for insert to bamcoso_app with check (exists (select from reviews.review r where r.id = review_id));
alter table reviews.wording enable row level security;
create policy with_block_read on reviews.wording for select to bamcoso_app using (exists (select from reviews.block b where b.id = block_id));
create policy with_block_add on reviews.wording for insert to bamcoso_app with check (exists (select from reviews.block b where b.id = block_id));
grant select, insert on reviews.review, reviews.block, reviews.wording to bamcoso_app;

-- What must never be false, whatever the program does: the words change only while the document is a draft or returned.
create function reviews.guard_wording() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if exists (select from reviews.block b
               join papers.paper p on p.section = 'reviews' and p.section_ref = b.review_id
               join papers.standing s on s.paper_id = p.id
               where b.id = new.block_id and s.step not in ('DRAFTED', 'RETURNED')) then
        raise exception using errcode = 'check_violation', constraint = 'wording_only_in_draft', message = 'a submitted document is not rewritten';
    end if;
    return new;
end $body$;
comment on function reviews.guard_wording() is 'The wording of a review changes only while its document is a draft or has been returned';
create trigger guard before insert on reviews.wording for each row execute function reviews.guard_wording();
