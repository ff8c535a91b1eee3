-- Until when does a count of auxiliaries hold? Kept beside it by the insert itself, so that a day's counts are read without sorting all.
alter table staffing.auxiliary_count add holds_to date not null default 'infinity';
comment on column staffing.auxiliary_count.holds_to is 'First day on which the count no longer holds: a later count of the commune, or of the one that it was merged into, or the end of the category; equal to as_of when it was mended at once. Kept by date_auxiliaries';

create function staffing.date_auxiliaries(places int[]) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    with mine as materialized (
        select c.id, c.kind, c.place_id, c.as_of, k.valid_to as kind_to, lead(c.as_of) over (partition by c.place_id, c.kind order by c.as_of, c.id) as next_own
        from staffing.auxiliary_count c join staffing.auxiliary_kind k on k.code = c.kind where places is null or c.place_id = any (places)
    ), ended as (
        select place_id, max(valid_to) as day from territory.pub_place where level = 'commune' and place_id in (select place_id from mine) group by place_id having max(valid_to) < 'infinity'
    ), heir as materialized (
        select distinct on (e.place_id, v.id) e.place_id, e.day, v.valid_from, v.valid_to, r.ancestor_id as heir
        from ended e join territory.pub_vintage v on v.valid_to > e.day
        join territory.pub_reach r on r.vintage_id = v.id and r.place_id = e.place_id and r.level = 'commune' and r.quality not in ('unknown', 'merged')
        order by e.place_id, v.id, r.share desc
    ), theirs as (
        select h.place_id, c.kind, min(c.as_of) as day
        from heir h join staffing.auxiliary_count c on c.place_id = h.heir and c.as_of >= h.day and c.as_of >= h.valid_from and c.as_of < h.valid_to
        group by h.place_id, c.kind)
    update staffing.auxiliary_count c set holds_to = greatest(m.as_of, least(m.kind_to, m.next_own, t.day))
    from mine m left join theirs t on t.place_id = m.place_id and t.kind = m.kind
    where c.id = m.id and c.holds_to is distinct from greatest(m.as_of, least(m.kind_to, m.next_own, t.day));
end $body$;
comment on function staffing.date_auxiliaries(int[]) is 'Sets until when the counts of communes hold; null: of all communes';
revoke execute on function staffing.date_auxiliaries(int[]) from public;

-- A new count ends the earlier ones of its commune, and those of the communes that were merged into it.
create function staffing.on_auxiliary_counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if (select count(*) from added) > 500 then
        perform staffing.date_auxiliaries(null);
    else
        perform staffing.date_auxiliaries((select array_agg(distinct place) from (
            select place_id as place from added
            union
            select r.place_id from added a join territory.pub_reach r on r.vintage_id = territory.vintage_of(a.as_of) and r.ancestor_id = a.place_id and r.level = 'commune') touched));
    end if;
    return null;
end $body$;
comment on function staffing.on_auxiliary_counted() is 'Dates the counts of the communes that were counted anew, and of those merged into them';
create trigger date_on_insert after insert on staffing.auxiliary_count referencing new table as added for each statement execute function staffing.on_auxiliary_counted();
select staffing.date_auxiliaries(null);
create index auxiliary_count_held on staffing.auxiliary_count (holds_to, as_of)
    include (place_id, home, field, kind, teams, chiefs, chief_women, deputies, deputy_women, members, member_women, taken_over);
