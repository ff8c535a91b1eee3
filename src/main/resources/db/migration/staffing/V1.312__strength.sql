-- The strength of each commune office as a row for each span of days in which nothing changes, kept by the changes themselves:
-- a question about any day reads one row a commune instead of every posting of the nation.
create table staffing.strength (
    place_id   int not null references territory.place,
    home       smallint not null,
    field      smallint not null default 1 check (field = 1),
    year       smallint not null,
    valid_from date not null,
    valid_to   date not null,
    chiefs     smallint not null,
    deputies   smallint not null,
    members    smallint not null,
    chief_posts  smallint not null,
    deputy_posts smallint not null,
    member_posts smallint not null,
    least      smallint not null,
    important  boolean not null,
    most_before smallint not null,
    primary key (home, year, place_id, valid_from)
);
create index on staffing.strength (place_id);
-- Spans without an officer reach no goal.
create index strength_reached on staffing.strength (most_before) include (place_id, valid_from, chiefs, deputies, members, home, field) where chiefs + deputies + members > 0;
comment on table  staffing.strength is 'Posts and holders of full posts of a commune office in a span of days, as known now; computed from post and posting by their triggers';
comment on column staffing.strength.place_id is 'The commune';
comment on column staffing.strength.home is 'Province of the 63';
comment on column staffing.strength.field is 'Field of work: organisation';
comment on column staffing.strength.year is 'Year of the span, 2010 for all before 2011 and 2030 for all after 2029: spans are cut at New Year, so that a day is found among those of its year';
comment on column staffing.strength.valid_from is 'First day';
comment on column staffing.strength.valid_to is 'First day on which it no longer holds';
comment on column staffing.strength.chiefs is 'Chiefs in post';
comment on column staffing.strength.deputies is 'Deputy chiefs in post';
comment on column staffing.strength.members is 'Officers in post';
comment on column staffing.strength.chief_posts is 'Posts of chief allotted';
comment on column staffing.strength.deputy_posts is 'Posts of deputy chief allotted';
comment on column staffing.strength.member_posts is 'Posts of officer allotted';
comment on column staffing.strength.least is 'From this many holders on, filled to the norm; 0 without an establishment';
comment on column staffing.strength.important is 'Whether the template is that of a commune important for security';
comment on column staffing.strength.most_before is 'The most holders there were on any day before: a number is reached for the first time where this is less';
call access.protect('staffing.strength');
grant select on staffing.strength to bamcoso_app;

create function staffing.year_of(day date) returns smallint immutable parallel safe language sql as
    $$ select case when day < '2011-01-01' then 2010 when day >= '2030-01-01' then 2030 else extract(year from day) end::smallint $$;
comment on function staffing.year_of(date) is 'Under which year staffing.strength keeps a day';
grant execute on function staffing.year_of(date) to bamcoso_app;

create function staffing.recount(places int[]) returns void language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if cardinality(places) > 200 then
        lock table staffing.strength in exclusive mode;
    else
        perform pg_advisory_xact_lock(7302, p) from (select p from unnest(places) p order by p) l;
    end if;
    delete from staffing.strength where place_id = any (places);
    insert into staffing.strength (place_id, home, year, valid_from, valid_to, chiefs, deputies, members, chief_posts, deputy_posts, member_posts, least, important, most_before)
    with held as materialized (
        select place_id, title_id, valid_from, valid_to from staffing.posting
        where place_id = any (places) and kind = 'full' and title_id in (1, 2, 3) and valid_from < valid_to
    ), posts as materialized (
        select s.place_id, s.title_id, s.number, s.least, coalesce(c.for_class = 'key', false) as important, s.valid_from, s.valid_to
        from staffing.post s left join staffing.composition c on c.id = s.composition_id
        where s.place_id = any (places) and s.title_id in (1, 2, 3) and s.valid_from < s.valid_to
    ), steps as (
        select place_id, valid_from as day, (title_id = 1)::int as c, (title_id = 2)::int as d, (title_id = 3)::int as m, 0 as cp, 0 as dp, 0 as mp from held
        union all
        select place_id, valid_to, -(title_id = 1)::int, -(title_id = 2)::int, -(title_id = 3)::int, 0, 0, 0 from held where valid_to < 'infinity'
        union all
        select place_id, valid_from, 0, 0, 0, case title_id when 1 then number else 0 end, case title_id when 2 then number else 0 end, case title_id when 3 then number else 0 end from posts
        union all
        select place_id, valid_to, 0, 0, 0, case title_id when 1 then -number else 0 end, case title_id when 2 then -number else 0 end, case title_id when 3 then -number else 0 end
        from posts where valid_to < 'infinity'
        union all
        select l.place_id, make_date(y, 1, 1), 0, 0, 0, 0, 0, 0
        from (select place_id, min(valid_from) as first, max(valid_to) as last from (select place_id, valid_from, valid_to from held union all select place_id, valid_from, valid_to from posts) b group by place_id) l
        cross join generate_series(2011, 2030) y where make_date(y, 1, 1) > l.first and make_date(y, 1, 1) < l.last
    ), changes as (
        select place_id, day, sum(c) as c, sum(d) as d, sum(m) as m, sum(cp) as cp, sum(dp) as dp, sum(mp) as mp from steps group by place_id, day
    ), spans as (
        select place_id, day as valid_from, coalesce(lead(day) over w, 'infinity') as valid_to, sum(c) over w as c, sum(d) over w as d, sum(m) over w as m, sum(cp) over w as cp, sum(dp) over w as dp, sum(mp) over w as mp
        from changes window w as (partition by place_id order by day)
    ), norms as (
        select s.place_id, s.valid_from, max(p.least) as least, bool_or(p.important) as important
        from spans s join posts p on p.place_id = s.place_id and p.valid_from <= s.valid_from and s.valid_from < p.valid_to
        group by s.place_id, s.valid_from
    )
    select s.place_id, q.home, staffing.year_of(s.valid_from), s.valid_from, s.valid_to, s.c, s.d, s.m, s.cp, s.dp, s.mp, coalesce(n.least, 0), coalesce(n.important, false),
           coalesce(max(s.c + s.d + s.m) over (partition by s.place_id order by s.valid_from rows between unbounded preceding and 1 preceding), 0)
    from spans s join territory.place q on q.id = s.place_id left join norms n on n.place_id = s.place_id and n.valid_from = s.valid_from
    where s.c + s.d + s.m + s.cp + s.dp + s.mp > 0
    order by q.home, 3, s.place_id, s.valid_from;
end $body$;
comment on function staffing.recount(int[]) is 'Computes the strength of these communes anew, all their days; two who change the same commune wait for one another';
revoke execute on function staffing.recount(int[]) from public;

create table staffing.strength_sum (
    home      smallint not null,
    kind      text not null,
    day       date not null,
    place_id  int not null default 0,
    field     smallint not null default 1 check (field = 1),
    n         int not null,
    chiefs    int not null,
    deputies  int not null,
    members   int not null,
    staffed   int not null,
    filled    int not null,
    important int not null,
    headed    int not null,
    posts     int not null,
    vacant    int not null,
    surplus   int not null,
    primary key (home, kind, day)
);
comment on table  staffing.strength_sum is 'staffing.strength added up by province of the 63 and kind of commune, from the day of each change on; computed from it';
comment on column staffing.strength_sum.home is 'Province of the 63';
comment on column staffing.strength_sum.kind is 'Kind of commune on these days';
comment on column staffing.strength_sum.day is 'First day; holds until the next row';
comment on column staffing.strength_sum.place_id is 'Always 0: a sum over a province is not for the readers of one commune';
comment on column staffing.strength_sum.field is 'Field of work: organisation';
comment on column staffing.strength_sum.n is 'Communes with posts or officers';
comment on column staffing.strength_sum.chiefs is 'Chiefs in post';
comment on column staffing.strength_sum.deputies is 'Deputy chiefs in post';
comment on column staffing.strength_sum.members is 'Officers in post';
comment on column staffing.strength_sum.staffed is 'Communes with at least one officer';
comment on column staffing.strength_sum.filled is 'Communes filled to the norm';
comment on column staffing.strength_sum.important is 'Communes important for security with at least one officer';
comment on column staffing.strength_sum.headed is 'Communes with a chief';
comment on column staffing.strength_sum.posts is 'Posts allotted';
comment on column staffing.strength_sum.vacant is 'Posts without a holder, title by title';
comment on column staffing.strength_sum.surplus is 'Holders beyond the posts, title by title';
call access.protect('staffing.strength_sum');
grant select on staffing.strength_sum to bamcoso_app;

create table staffing.person_sum (
    home      smallint not null,
    kind      text not null,
    day       date not null,
    place_id  int not null default 0,
    field     smallint not null default 9 check (field = 9),
    n         int not null,
    women     int not null,
    minority  int not null,
    party     int not null,
    field_rank   int not null,
    company_rank int not null,
    primary key (home, kind, day)
);
comment on table  staffing.person_sum is 'Holders of full posts in communes by personal attributes, added up by province of the 63 and kind of commune, from the day of each change on';
comment on column staffing.person_sum.home is 'Province of the 63';
comment on column staffing.person_sum.kind is 'Kind of commune on these days';
comment on column staffing.person_sum.day is 'First day; holds until the next row';
comment on column staffing.person_sum.place_id is 'Always 0, as in staffing.strength_sum';
comment on column staffing.person_sum.field is 'Field of work: personnel';
comment on column staffing.person_sum.n is 'Holders of full posts';
comment on column staffing.person_sum.women is 'Women';
comment on column staffing.person_sum.minority is 'Of another ethnic group than Kinh';
comment on column staffing.person_sum.party is 'Members of the Party, from the day of admission on';
comment on column staffing.person_sum.field_rank is 'Of field rank, as the register has it now';
comment on column staffing.person_sum.company_rank is 'Of company rank, as the register has it now';
call access.protect('staffing.person_sum');
grant select on staffing.person_sum to bamcoso_app;

create function staffing.add_up(homes smallint[]) returns void language plpgsql security definer set search_path = pg_catalog as $body$
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
comment on function staffing.add_up(smallint[]) is 'Adds the strength of these provinces of the 63 up anew, all their days';
revoke execute on function staffing.add_up(smallint[]) from public;

-- What a transaction touches is noted statement by statement and computed once, when it commits: a wave of a thousand officers
-- costs hardly more than one move.
create table staffing.strength_touched (
    id bigint generated always as identity primary key
);
comment on table  staffing.strength_touched is 'One row while a transaction has touched the strength of communes; gone when it commits';
comment on column staffing.strength_touched.id is 'Number of the row';
create function staffing.touch(places int[]) returns void language plpgsql security definer set search_path = pg_catalog as $body$
declare
    before text := nullif(current_setting('staffing.touched', true), '');
begin
    if cardinality(places) > 0 then
        if before is null then
            insert into staffing.strength_touched default values;
        end if;
        perform set_config('staffing.touched', concat_ws(',', before, array_to_string(places, ',')), true);
    end if;
end $body$;
comment on function staffing.touch(int[]) is 'Notes communes whose strength has to be computed when the transaction commits';
create function staffing.settle() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
declare
    places int[] := array(select distinct p::int from unnest(string_to_array(nullif(current_setting('staffing.touched', true), ''), ',')) p);
begin
    delete from staffing.strength_touched where id = new.id;
    perform set_config('staffing.touched', '', true);
    perform staffing.recount(places);
    perform staffing.add_up(array(select distinct home from territory.place where id = any (places)));
    return null;
end $body$;
comment on function staffing.settle() is 'Computes the strength of what the transaction has touched';
create constraint trigger strength_settled after insert on staffing.strength_touched deferrable initially deferred for each row execute function staffing.settle();
create function staffing.on_strength_added() returns trigger language plpgsql set search_path = pg_catalog as $body$
begin
    perform staffing.touch(array(select distinct place_id from added where title_id in (1, 2, 3)));
    return null;
end $body$;
comment on function staffing.on_strength_added() is 'Posts or postings were added';
create function staffing.on_strength_changed() returns trigger language plpgsql set search_path = pg_catalog as $body$
begin
    perform staffing.touch(array(select place_id from before where title_id in (1, 2, 3) union select place_id from after where title_id in (1, 2, 3)));
    return null;
end $body$;
comment on function staffing.on_strength_changed() is 'Posts or postings were changed';
create function staffing.on_officer_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    perform staffing.touch(array(
        select distinct p.place_id from before b join after a using (id) join staffing.posting p on p.officer_id = a.id and p.kind = 'full' and p.title_id in (1, 2, 3)
        where (a.sex, a.ethnic_group, a.rank) is distinct from (b.sex, b.ethnic_group, b.rank) or a.party_since is distinct from b.party_since));
    return null;
end $body$;
comment on function staffing.on_officer_changed() is 'Personal attributes that are counted were changed';
create trigger strength_on_insert after insert on staffing.posting referencing new table as added for each statement execute function staffing.on_strength_added();
create trigger strength_on_update after update on staffing.posting referencing old table as before new table as after for each statement execute function staffing.on_strength_changed();
create trigger strength_on_insert after insert on staffing.post referencing new table as added for each statement execute function staffing.on_strength_added();
create trigger strength_on_update after update on staffing.post referencing old table as before new table as after for each statement execute function staffing.on_strength_changed();
create trigger strength_on_update after update on staffing.officer referencing old table as before new table as after for each statement execute function staffing.on_officer_changed();

create index posting_beside on staffing.posting (title_id, valid_to, valid_from) include (place_id, home, field) where kind = 'concurrent';
select staffing.recount(array(select place_id from staffing.posting union select place_id from staffing.post));
select staffing.add_up(array(select distinct home from territory.place where home > 0));
