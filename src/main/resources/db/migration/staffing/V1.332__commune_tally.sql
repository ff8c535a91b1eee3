-- How many officers each commune had in each span of days is read from the strength; how many official Party members were among them is counted
-- by one function, in the transaction that changes a posting. The program may read it and not write it; a test counts everything anew.
create view staffing.commune_strength with (security_invoker = true) as
select place_id, year, valid_from, valid_to, chiefs + deputies + members as officers, most_before, field, home from staffing.strength where chiefs + deputies + members > 0;
comment on view staffing.commune_strength is 'Officers with a full post of commune police at a commune, in spans of days, as known now; spans without an officer are left out';
comment on column staffing.commune_strength.place_id is 'The commune';
comment on column staffing.commune_strength.year is 'Year of the span, by staffing.year_of: ask with it, and only that year is read';
comment on column staffing.commune_strength.valid_from is 'First day';
comment on column staffing.commune_strength.valid_to is 'First day on which it no longer holds';
comment on column staffing.commune_strength.officers is 'How many';
comment on column staffing.commune_strength.most_before is 'The most there were on any day before: a number is reached for the first time where this is less';
comment on column staffing.commune_strength.field is 'Field of work: organisation';
comment on column staffing.commune_strength.home is 'Province of the 63';

create table staffing.commune_members (
    place_id    int not null references territory.place,
    valid_from  date not null,
    valid_to    date not null,
    official    smallint not null check (official > 0),
    field       smallint not null default 9 check (field = 9),
    home        smallint not null,
    primary key (place_id, valid_from)
);
create index commune_members_day on staffing.commune_members (valid_to, valid_from) include (place_id, official, home, field);
comment on table  staffing.commune_members is 'Official Party members among the officers of a commune, in spans of days, by the officers'' records as known now; a member is official a year after admission';
comment on column staffing.commune_members.place_id is 'The commune';
comment on column staffing.commune_members.valid_from is 'First day';
comment on column staffing.commune_members.valid_to is 'First day on which it no longer holds';
comment on column staffing.commune_members.official is 'How many';
comment on column staffing.commune_members.field is 'Field of work: personnel, as the records from which it is counted';
comment on column staffing.commune_members.home is 'Province of the 63';

call access.protect('staffing.commune_members');
grant select on staffing.commune_strength, staffing.commune_members to bamcoso_app;

create function staffing.count_members(places int[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if places is null then
        delete from staffing.commune_members;
    else
        delete from staffing.commune_members where place_id = any (places);
    end if;
    with counted as materialized (
        select place_id, home, officer_id, valid_from, valid_to from staffing.posting
        where (places is null or cardinality(places) > 500) and kind = 'full' and title_id in (1, 2, 3) and valid_from < valid_to and (places is null or place_id = any (places))
        union all
        select p.place_id, p.home, p.officer_id, p.valid_from, p.valid_to from territory.office o join staffing.posting p on p.office_id = o.id
        where cardinality(places) <= 500 and o.of_place = any (places) and p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from < p.valid_to
    ), official as materialized (
        select c.place_id, c.home, greatest(c.valid_from, o.party_since + 365) as valid_from, c.valid_to from counted c join staffing.officer o on o.id = c.officer_id where o.party_since + 365 < c.valid_to
    )
    insert into staffing.commune_members (place_id, home, valid_from, valid_to, official)
    select place_id, home, day, until, n from (
        select place_id, home, day, lead(day, 1, date 'infinity') over at as until, sum(by) over at as n from (
            select place_id, min(home) as home, day, sum(by) as by from (
                select place_id, home, valid_from as day, 1 as by from official
                union all select place_id, home, valid_to, -1 from official where valid_to < 'infinity') move
            group by place_id, day having sum(by) <> 0) change
        window at as (partition by place_id order by day)) span
    where n > 0 order by place_id, day;
end $body$;
comment on function staffing.count_members(int[]) is 'Counts the official Party members among the officers of communes anew from the postings; null: of all communes';
revoke execute on function staffing.count_members(int[]) from public;

create function staffing.on_posting_counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if tg_op = 'INSERT' then
        perform staffing.count_members(array_agg(distinct place_id)) from after where title_id in (1, 2, 3) having count(*) > 0;
    else
        perform staffing.count_members(array_agg(distinct place_id)) from (select place_id from before where title_id in (1, 2, 3) union select place_id from after where title_id in (1, 2, 3)) moved having count(*) > 0;
    end if;
    return null;
end $body$;
comment on function staffing.on_posting_counted() is 'Counts the communes anew whose postings were added or changed';
create function staffing.on_officer_counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    perform staffing.count_members(array_agg(distinct p.place_id))
    from before b join after a using (id) join staffing.posting p on p.officer_id = a.id
    where a.party_since is distinct from b.party_since and p.title_id in (1, 2, 3) having count(*) > 0;
    return null;
end $body$;
comment on function staffing.on_officer_counted() is 'Counts the communes anew in which an officer served whose day of admission to the Party was mended';
create trigger count_on_insert after insert on staffing.posting referencing new table as after for each statement execute function staffing.on_posting_counted();
create trigger count_on_update after update on staffing.posting referencing old table as before new table as after for each statement execute function staffing.on_posting_counted();
create trigger count_on_update after update on staffing.officer referencing old table as before new table as after for each statement execute function staffing.on_officer_counted();
