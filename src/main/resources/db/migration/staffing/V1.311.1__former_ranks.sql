-- An officer was of another rank and education on an earlier day than today: what an officer was before a promotion or a degree, in its
-- days, as known. A row is there for what is over; what holds today stands in the record itself.
create table staffing.officer_before (
    id         bigint generated always as identity primary key,
    officer_id int not null references staffing.officer,
    attribute  text not null check (attribute in ('rank', 'education')),
    value      text not null,
    valid_from date not null,
    valid_to   date not null,
    known_from timestamptz not null,
    known_to   timestamptz not null default 'infinity',
    constraint officer_before_days check (valid_from < valid_to)
);
create unique index officer_before_once on staffing.officer_before (officer_id, attribute, valid_to) where known_to = 'infinity';
create index officer_before_day on staffing.officer_before (attribute, valid_to) include (valid_from, officer_id, value, known_from, known_to);
comment on table  staffing.officer_before is 'Ranks and education of officers in days that are over; spans of one officer follow one another';
comment on column staffing.officer_before.id is 'Number of the row';
comment on column staffing.officer_before.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.officer_before.attribute is 'rank or education';
comment on column staffing.officer_before.value is 'The rank or education of those days';
comment on column staffing.officer_before.valid_from is 'First day';
comment on column staffing.officer_before.valid_to is 'First day of what came after: of the promotion, of the degree';
comment on column staffing.officer_before.known_from is 'Since when it is known so';
comment on column staffing.officer_before.known_to is 'Until when it was known so; infinity while it is';
alter table staffing.officer_before enable row level security;
create policy with_officer_read on staffing.officer_before for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.officer_before for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select, insert on staffing.officer_before to bamcoso_app;
