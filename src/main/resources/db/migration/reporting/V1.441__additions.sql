-- What a province adds to its communes' figures, with its reason, counts in the nation once the ministry has received it. It is a figure
-- of the province under the breakdown -1 - b, summed into the roll-up of the breakdown b; it is no report, so it does not count in n.
create or replace function figures.on_insert() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if exists (
        select from (select distinct a.place_id, a.home from added a) a
        where not exists (select from territory.pub_place p where p.place_id = a.place_id and p.home = a.home)
    ) or exists (
        select from (select distinct a.indicator_id, a.period_id, a.field from added a) a
        left join figures.indicator i on i.id = a.indicator_id
        left join figures.period t on t.id = a.period_id
        where i.field is distinct from a.field or i.origin <> 'entered' or t.id is null
    ) then
        raise exception 'figure without indicator, period or place, or with another home or field than theirs' using errcode = 'integrity_constraint_violation';
    end if;
    insert into figures.roll as r (indicator_id, period_id, home, breakdown, field, sum, n, known_first, known_last)
    select g.* from (
        select a.indicator_id, a.period_id, a.home, greatest(a.breakdown, -1 - a.breakdown)::smallint as breakdown, a.field, coalesce(sum(a.value), 0),
               count(a.value) filter (where a.breakdown >= 0), min(a.known_from), max(a.known_from)
        from added a
        group by a.indicator_id, a.period_id, a.home, greatest(a.breakdown, -1 - a.breakdown), a.field
    ) g join figures.indicator i on i.id = g.indicator_id and i.collected_at = 'commune'
    order by g.indicator_id, g.period_id, g.home, g.breakdown
    on conflict (indicator_id, period_id, home, breakdown) do update
    set sum = r.sum + excluded.sum, n = r.n + excluded.n,
        known_first = least(r.known_first, excluded.known_first), known_last = greatest(r.known_last, excluded.known_last);
    return null;
end $body$;

create or replace function figures.on_update() returns trigger language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $body$
begin
    insert into figures.figure_past (known_from, known_to, period_id, place_id, origin_id, indicator_id, breakdown, home, field, value)
    select b.known_from, a.known_from, b.period_id, b.place_id, b.origin_id, b.indicator_id, b.breakdown, b.home, b.field, b.value
    from before b join after a using (period_id, indicator_id, home, place_id, breakdown);
    insert into figures.roll as r (indicator_id, period_id, home, breakdown, field, sum, n, known_first, known_last)
    select g.* from (
        select d.indicator_id, d.period_id, d.home, greatest(d.breakdown, -1 - d.breakdown)::smallint as breakdown, d.field, coalesce(sum(d.value), 0),
               coalesce(sum(d.n) filter (where d.breakdown >= 0), 0), min(d.known_from), max(d.known_from)
        from (select indicator_id, period_id, home, breakdown, field, value, (value is not null)::int as n, known_from from after
              union all
              select indicator_id, period_id, home, breakdown, field, -value, -(value is not null)::int, null from before) d
        group by d.indicator_id, d.period_id, d.home, greatest(d.breakdown, -1 - d.breakdown), d.field
    ) g join figures.indicator i on i.id = g.indicator_id and i.collected_at = 'commune'
    order by g.indicator_id, g.period_id, g.home, g.breakdown
    on conflict (indicator_id, period_id, home, breakdown) do update
    set sum = r.sum + excluded.sum, n = r.n + excluded.n, known_last = greatest(r.known_last, excluded.known_last);
    return null;
end $body$;

comment on column figures.figure.breakdown is '0 the figure itself; further numbers are its parts; -1 - b: what a province added to breakdown b';
comment on table reporting.consolidation_line is 'Lines of a consolidated report; its additions become figures of the province when the ministry receives it';
alter table reporting.consolidation_line add column recorded numeric;
comment on column reporting.consolidation_line.recorded is 'The addition that counts among the figures since the ministry received the report; null none';
