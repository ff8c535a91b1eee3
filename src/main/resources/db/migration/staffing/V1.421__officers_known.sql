-- A document about officers keeps the names and ranks of its day: what was known of an officer before a change stays.
alter table staffing.officer add column known_from timestamptz not null default '-infinity';
comment on column staffing.officer.known_from is 'Since when name, rank, education and Party membership are known as they stand';
grant update (known_from) on staffing.officer to bamcoso_app;

create table staffing.officer_past (
    id          bigint generated always as identity primary key,
    officer_id  int not null references staffing.officer,
    name        text not null,
    rank        text not null,
    education   text not null,
    party_since date,
    known_from  timestamptz not null,
    known_to    timestamptz not null
);
create index on staffing.officer_past (officer_id, known_to);
comment on table  staffing.officer_past is 'What was known of officers before their records were changed; only added to, and erased with the record';
comment on column staffing.officer_past.id is 'Number of the row';
comment on column staffing.officer_past.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.officer_past.name is 'Full name';
comment on column staffing.officer_past.rank is 'Rank (cấp bậc hàm)';
comment on column staffing.officer_past.education is 'Highest level of education';
comment on column staffing.officer_past.party_since is 'Day of admission to the Party';
comment on column staffing.officer_past.known_from is 'Since when it was known so';
comment on column staffing.officer_past.known_to is 'Until when it was known so';
alter table staffing.officer_past enable row level security;
create policy with_officer_read on staffing.officer_past for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.officer_past for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select on staffing.officer_past to bamcoso_app;

create function staffing.on_officer_known() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    insert into staffing.officer_past (officer_id, name, rank, education, party_since, known_from, known_to)
    select b.id, b.name, b.rank, b.education, b.party_since, b.known_from, case when a.known_from > b.known_from then a.known_from else now() end
    from before b join after a using (id) where (a.name, a.rank, a.education) is distinct from (b.name, b.rank, b.education) or a.party_since is distinct from b.party_since;
    delete from staffing.officer_past p using before b join after a using (id) where p.officer_id = a.id and a.erased_at is not null and b.erased_at is null;
    return null;
end $body$;
comment on function staffing.on_officer_known() is 'Keeps what was known of an officer before a change, and erases it with the record';
create trigger keep_on_update after update on staffing.officer referencing old table as before new table as after for each statement execute function staffing.on_officer_known();

create function staffing.officer_known(officer int, at timestamptz) returns table (name text, rank text, education text, party_since date) stable language sql as $body$
    select v.name, v.rank, v.education, v.party_since
    from (select x.name, x.rank, x.education, x.party_since, x.known_to from staffing.officer_past x where x.officer_id = officer and x.known_to > at
          union all select o.name, o.rank, o.education, o.party_since, 'infinity' from staffing.officer o where o.id = officer) v
    order by v.known_to limit 1
$body$;
comment on function staffing.officer_known(int, timestamptz) is 'What was known of an officer at a moment; now where it is null';
grant execute on function staffing.officer_known(int, timestamptz) to bamcoso_app;
