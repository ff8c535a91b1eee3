-- A wave that is issued is changed only by a later decision, which is a wave of its own. Every officer whom a wave moves gets
-- an act with its checklist. Who is chosen keeps to rules; an exception has its reason.
alter table staffing.wave
    add column purpose    text not null default 'move' constraint wave_purpose check (purpose in ('move', 'amend', 'revoke')),
    add column changes_id int references staffing.wave,
    add column why        text,
    add column proposal_paper_id int,
    add constraint wave_changes_another check ((purpose = 'move') = (changes_id is null));
create index on staffing.wave (changes_id) where changes_id is not null;
comment on column staffing.wave.purpose is 'move; amend: other posts for some of an issued wave; revoke: everybody of an issued wave goes back';
comment on column staffing.wave.changes_id is 'The issued wave that this one amends or revokes';
comment on column staffing.wave.why is 'Why an issued wave is amended or revoked';
comment on column staffing.wave.proposal_paper_id is 'papers.paper.id of the tờ trình, once one was opened';
grant update (proposal_paper_id) on staffing.wave to bamcoso_app;

alter table staffing.wave_line
    add column left_office_id int references territory.office,
    add column left_title_id smallint references staffing.title,
    add column replaces_id int references staffing.officer,
    add column broken      text[] not null default '{}',
    add column exception   text,
    add constraint wave_line_exception check (broken = '{}' or exception is not null);
comment on column staffing.wave_line.left_office_id is 'Office that the officer leaves, as the list says; null when there is none';
comment on column staffing.wave_line.left_title_id is 'Title held there';
comment on column staffing.wave_line.replaces_id is 'The officer whose place this one takes';
comment on column staffing.wave_line.broken is 'Rules of selection that this line does not keep';
comment on column staffing.wave_line.exception is 'Why it is proposed all the same';

alter table staffing.move
    add column wave_id     int references staffing.wave,
    add column replaces_id int references staffing.officer;
create index on staffing.move (wave_id) where wave_id is not null;
create index on staffing.move (replaces_id) where replaces_id is not null;
comment on column staffing.move.wave_id is 'The wave by which it was done, if one did';
comment on column staffing.move.replaces_id is 'The officer whose place this one takes';
alter table staffing.move_check add column document text;
comment on column staffing.move_check.document is 'The document that shows it: number and sign, or name';

create table staffing.selection_rule (
    id         int generated always as identity primary key,
    title_id   smallint references staffing.title,
    kind       text not null check (kind in ('age_most', 'rank_least', 'education_least', 'party', 'served_least', 'rating_least')),
    value      text not null,
    basis      text not null,
    valid_from date not null,
    valid_to   date not null,
    set_by     int not null,
    set_at     timestamptz not null,
    constraint selection_rule_days check (valid_from <= valid_to),
    constraint selection_rule_no_overlap exclude using gist ((coalesce(title_id, 0)) with =, kind with =, daterange(valid_from, valid_to) with &&)
);
comment on table  staffing.selection_rule is 'Rules by which officers are chosen for posts: quality, ability, age; set by the ministry';
comment on column staffing.selection_rule.id is 'Number of the rule';
comment on column staffing.selection_rule.title_id is 'Title for which it holds; null for every title of a commune';
comment on column staffing.selection_rule.kind is 'age_most in years on the first day; rank_least; education_least; party: member; served_least in years; rating_least of the last year';
comment on column staffing.selection_rule.value is 'The bound, in the words of the register';
comment on column staffing.selection_rule.basis is 'Document behind it';
comment on column staffing.selection_rule.valid_from is 'First day';
comment on column staffing.selection_rule.valid_to is 'First day on which it no longer holds';
comment on column staffing.selection_rule.set_by is 'identity.app_user.id; 0 the program';
comment on column staffing.selection_rule.set_at is 'When it was set';
grant select, insert on staffing.selection_rule to bamcoso_app;
grant update (valid_to) on staffing.selection_rule to bamcoso_app;
insert into staffing.selection_rule (title_id, kind, value, basis, valid_from, valid_to, set_by, set_at) values
    (1, 'party', 'yes', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01'),
    (1, 'education_least', 'dai_hoc', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01'),
    (1, 'age_most', '55', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01'),
    (2, 'age_most', '55', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01'),
    (3, 'age_most', '57', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01'),
    (null, 'rating_least', 'done', 'Mặc định của chương trình', '-infinity', 'infinity', 0, '2018-01-01');

create table staffing.rating (
    officer_id int not null references staffing.officer,
    year       smallint not null check (year between 2000 and 2100),
    rating     text not null check (rating in ('excellent', 'good', 'done', 'not_done')),
    decision   text not null,
    noted_by   int not null,
    noted_at   timestamptz not null,
    primary key (officer_id, year, noted_at)
);
comment on table  staffing.rating is 'Yearly classification of officers (xếp loại cán bộ); a later row of the same year supersedes the earlier';
comment on column staffing.rating.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.rating.year is 'Year of work';
comment on column staffing.rating.rating is 'excellent, good, done, not_done';
comment on column staffing.rating.decision is 'Number and sign of the decision';
comment on column staffing.rating.noted_by is 'Who entered it: identity.app_user.id';
comment on column staffing.rating.noted_at is 'When it was entered';
alter table staffing.rating enable row level security;
create policy with_officer_read on staffing.rating for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.rating for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select, insert on staffing.rating to bamcoso_app;
