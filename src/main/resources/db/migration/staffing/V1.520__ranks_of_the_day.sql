-- What each officer was on a day, by former ranks and education and by what was known then.
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
