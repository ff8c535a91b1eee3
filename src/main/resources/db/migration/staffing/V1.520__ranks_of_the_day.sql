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

create function staffing.officer_on(day date, known timestamptz) returns table (officer_id int, sex text, ethnic_group text, rank text, education text, party_since date) stable language sql as $body$
    select o.id, o.sex, o.ethnic_group, coalesce(r.value, p.rank, o.rank), coalesce(e.value, p.education, o.education), case when p.officer_id is null then o.party_since else p.party_since end
    from staffing.officer o
    left join staffing.officer_before r on r.officer_id = o.id and r.attribute = 'rank' and r.valid_from <= day and r.valid_to > day
        and r.known_from <= coalesce(known, 'infinity') and (r.known_to > known or r.known_to = 'infinity')
    left join staffing.officer_before e on e.officer_id = o.id and e.attribute = 'education' and e.valid_from <= day and e.valid_to > day
        and e.known_from <= coalesce(known, 'infinity') and (e.known_to > known or e.known_to = 'infinity')
    left join (select distinct on (x.officer_id) x.officer_id, x.rank, x.education, x.party_since from staffing.officer_past x where x.known_to > known order by x.officer_id, x.known_to) p on p.officer_id = o.id
$body$;
comment on function staffing.officer_on(date, timestamptz) is 'What each officer was on a day, as known at a moment; now where it is null';
grant execute on function staffing.officer_on(date, timestamptz) to bamcoso_app;

create function staffing.on_officer_before() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    perform staffing.touch(array(select distinct p.place_id from added a join staffing.posting p on p.officer_id = a.officer_id and p.kind = 'full' and p.title_id in (1, 2, 3)
                                 where a.attribute = 'rank'));
    return null;
end $body$;
comment on function staffing.on_officer_before() is 'Notes the communes whose sums by rank are other ones since an earlier rank is known';
create trigger strength_on_insert after insert on staffing.officer_before referencing new table as added for each statement execute function staffing.on_officer_before();
