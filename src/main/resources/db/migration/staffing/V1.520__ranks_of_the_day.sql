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

-- The sums by rank go by the rank of each day.
create or replace function staffing.add_up(homes smallint[]) returns void language plpgsql security definer set search_path = pg_catalog as $body$
begin
    perform pg_advisory_xact_lock(7303, h) from (select h from unnest(homes) h order by h) l;
    delete from staffing.strength_sum where home = any (homes);
    insert into staffing.strength_sum (home, kind, day, n, chiefs, deputies, members, staffed, filled, important, headed, posts, vacant, surplus)
    with parts as (
        select s.home, t.kind, greatest(s.valid_from, t.valid_from) as first, least(s.valid_to, t.valid_to) as last, s.chiefs, s.deputies, s.members,
               (s.chiefs + s.deputies + s.members > 0)::int as staffed, (s.chiefs + s.deputies + s.members > 0 and s.chiefs + s.deputies + s.members >= s.least)::int as filled,
               (s.important and s.chiefs + s.deputies + s.members > 0)::int as important, (s.chiefs > 0)::int as headed, s.chief_posts + s.deputy_posts + s.member_posts as posts,
               greatest(0, s.chief_posts - s.chiefs) + greatest(0, s.deputy_posts - s.deputies) + greatest(0, s.member_posts - s.members) as vacant,
               greatest(0, s.chiefs - s.chief_posts) + greatest(0, s.deputies - s.deputy_posts) + greatest(0, s.members - s.member_posts) as surplus
        from staffing.strength s join territory.pub_place t on t.place_id = s.place_id and t.valid_from < s.valid_to and s.valid_from < t.valid_to
        where s.home = any (homes)
    ), steps as (
        select home, kind, first as day, 1 as n, chiefs, deputies, members, staffed, filled, important, headed, posts, vacant, surplus from parts
        union all
        select home, kind, last, -1, -chiefs, -deputies, -members, -staffed, -filled, -important, -headed, -posts, -vacant, -surplus from parts where last < 'infinity'
    ), changes as (
        select home, kind, day, sum(n) as n, sum(chiefs) as c, sum(deputies) as d, sum(members) as m, sum(staffed) as st, sum(filled) as fi, sum(important) as im, sum(headed) as he, sum(posts) as po,
               sum(vacant) as va, sum(surplus) as su
        from steps group by home, kind, day
    )
    select home, kind, day, sum(n) over w, sum(c) over w, sum(d) over w, sum(m) over w, sum(st) over w, sum(fi) over w, sum(im) over w, sum(he) over w, sum(po) over w, sum(va) over w, sum(su) over w
    from changes where (n, c, d, m, st, fi, im, he, po, va, su) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    window w as (partition by home, kind order by day);

    delete from staffing.person_sum where home = any (homes);
    insert into staffing.person_sum (home, kind, day, n, women, minority, party, field_rank, company_rank)
    with held as (
        select p.officer_id, p.home, t.kind, greatest(p.valid_from, t.valid_from) as first, least(p.valid_to, t.valid_to) as last, o.party_since, (o.sex = 'f')::int as women, (o.ethnic_group <> 'Kinh')::int as minority, o.rank
        from staffing.posting p join staffing.officer o on o.id = p.officer_id
        join territory.pub_place t on t.place_id = p.place_id and t.level = 'commune' and t.valid_from < p.valid_to and p.valid_from < t.valid_to
        where p.home = any (homes) and p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from < p.valid_to
    ), earlier as (
        select b.officer_id, b.value as rank, b.valid_from, b.valid_to
        from staffing.officer_before b where b.attribute = 'rank' and b.known_to = 'infinity' and b.officer_id in (select officer_id from held)
    ), ranked as (
        select h.home, h.kind, greatest(h.first, e.valid_from) as first, least(h.last, e.valid_to) as last, e.rank
        from held h join earlier e on e.officer_id = h.officer_id and e.valid_from < h.last and h.first < e.valid_to
        union all
        select h.home, h.kind, greatest(h.first, coalesce(l.ended, '-infinity')), h.last, h.rank
        from held h left join (select officer_id, max(valid_to) as ended from earlier group by officer_id) l on l.officer_id = h.officer_id
        where coalesce(l.ended, '-infinity') < h.last
    ), spans as (
        select home, kind, first, last, (rank in ('thieu_ta', 'trung_ta', 'thuong_ta', 'dai_ta'))::int as field_rank, (rank in ('thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy'))::int as company_rank from ranked
    ), steps as (
        select home, kind, first as day, 1 as n, women, minority, 0 as party, 0 as field_rank, 0 as company_rank from held
        union all
        select home, kind, last, -1, -women, -minority, 0, 0, 0 from held where last < 'infinity'
        union all
        select home, kind, greatest(first, party_since), 0, 0, 0, 1, 0, 0 from held where party_since < last
        union all
        select home, kind, last, 0, 0, 0, -1, 0, 0 from held where party_since < last and last < 'infinity'
        union all
        select home, kind, first, 0, 0, 0, 0, field_rank, company_rank from spans
        union all
        select home, kind, last, 0, 0, 0, 0, -field_rank, -company_rank from spans where last < 'infinity'
    ), changes as (
        select home, kind, day, sum(n) as n, sum(women) as w, sum(minority) as mi, sum(party) as p, sum(field_rank) as f, sum(company_rank) as c from steps group by home, kind, day
    )
    select home, kind, day, sum(n) over x, sum(w) over x, sum(mi) over x, sum(p) over x, sum(f) over x, sum(c) over x
    from changes where (n, w, mi, p, f, c) is distinct from (0, 0, 0, 0, 0, 0)
    window x as (partition by home, kind order by day);
end $body$;
