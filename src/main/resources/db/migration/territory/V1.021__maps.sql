-- Plans are only as good as statistics; the program may not ANALYZE tables that it does not own.
create function territory.take_stock() returns void language plpgsql security definer set search_path = territory, pg_temp as $body$
begin
    analyze place, place_state, lineage, office, office_state;
end $body$;
comment on function territory.take_stock() is 'Refreshes the planner''s statistics after many rows were written';
grant execute on function territory.take_stock() to bamcoso_app;

-- The maps (vintages) and what lies where on each (reach) follow from states and lineage. Only this function writes them:
-- it walks along the days, moving at each only what ended on it, and changes the rows that differ on the maps that hold on
-- or after :since, and of the places that began since on all maps. Half a million rows: what need not be touched is not read.
create function territory.draw_maps(since date default '-infinity') returns void language plpgsql security definer
    set search_path = territory, pg_temp set client_min_messages = warning set work_mem = '64MB' as $body$
declare
    map record;
    redrawn int[];
    weighed boolean := false;
begin
    create temp table if not exists draw_map (id int, valid_from date primary key, valid_to date, known boolean);
    create temp table if not exists draw_born (place_id int primary key, born date);
    create temp table if not exists draw_at (place_id int, at_id int, share numeric, doubt int);
    create temp table if not exists draw_gone (place_id int primary key);
    create temp table if not exists draw_next (place_id int, at_id int, share numeric, doubt int);
    create temp table if not exists draw_was (place_id int, at_id int, known boolean);
    create temp table if not exists draw_back (place_id int, at_id int, known boolean);
    create temp table if not exists draw_tree (place_id int, ancestor_id int, level text);
    create temp table if not exists draw_home (vintage_id int, home smallint, at_id int, share numeric);
    create temp table if not exists draw_reach (vintage_id int, place_id int, ancestor_id int, level text, share numeric, quality text);
    truncate draw_map, draw_born, draw_at, draw_gone, draw_next, draw_was, draw_back, draw_tree, draw_home, draw_reach;
    insert into draw_born select place_id, min(valid_from) from place_state group by place_id;
    analyze draw_born;

    -- 1. maps: a day on which any state begins or ends begins a map; a map that stays keeps its number
    insert into draw_map
    select v.id, d.day, coalesce(lead(d.day) over (order by d.day), 'infinity'), v.id is not null
    from (select valid_from as day from place_state union select valid_to from place_state where valid_to < 'infinity') d
    left join vintage v on v.valid_from = d.day;
    update draw_map m set id = n.id
    from (select valid_from, (select coalesce(max(id), 0) from vintage) + row_number() over (order by valid_from) as id
          from draw_map where id is null) n
    where m.valid_from = n.valid_from;

    -- 2. forwards: where each place stands on each map, itself or through its successors (doubt: 0 exact, 1 assumed, 2 partial, 3 unknown)
    for map in select * from draw_map order by valid_from loop
        truncate draw_gone, draw_next, draw_tree;
        insert into draw_gone
        select distinct c.place_id from draw_at c
        where c.at_id is not null
          and not exists (select from place_state s where s.place_id = c.at_id and s.valid_from <= map.valid_from and map.valid_from < s.valid_to);
        if found then
            with moved as (
                delete from draw_at c using draw_gone g where g.place_id = c.place_id returning c.*
            ), standing as (
                select m.*, m.at_id is null or s.place_id is not null as stays
                from moved m
                left join place_state s on s.place_id = m.at_id and s.valid_from <= map.valid_from and map.valid_from < s.valid_to
            ), step as (
                select *, count(*) over (partition by old_id) as edges,
                       share is null and count(*) over (partition by old_id) > 1 as unclear
                from lineage where day = map.valid_from
            )
            insert into draw_next
            select c.place_id,
                   case when c.stays then c.at_id when l.unclear then null else l.new_id end,
                   c.share * case when c.stays then 1 else coalesce(case when l.unclear then 1.0 / l.edges else l.share end, 1) end,
                   case when c.stays then c.doubt
                        else greatest(c.doubt, case when l.relation = 'abolished' then 0
                                                    when l.new_id is null then 3
                                                    when l.share is null or l.share < 1 then 2
                                                    when l.basis = 'assumed_whole' then 1 else 0 end) end
            from standing c left join step l on not c.stays and l.old_id = c.at_id;
            insert into draw_at select place_id, at_id, sum(share), max(doubt) from draw_next group by place_id, at_id;
        end if;
        insert into draw_at select place_id, place_id, 1, 0 from draw_born where born = map.valid_from;

        insert into draw_home
        select map.id, p.home, c.at_id, c.share
        from place p join place_state s on s.place_id = p.id and s.level = 'province' and s.valid_from = '-infinity'
        join draw_at c on c.place_id = p.id;
        continue when map.valid_to <= since;

        insert into draw_tree
        with alive as (select place_id, parent_id, level from place_state where valid_from <= map.valid_from and map.valid_from < valid_to)
        select a.place_id, a.place_id, a.level from alive a
        union all select a.place_id, b.place_id, b.level from alive a join alive b on b.place_id = a.parent_id
        union all select a.place_id, c.place_id, c.level from alive a join alive b on b.place_id = a.parent_id join alive c on c.place_id = b.parent_id
        union all select a.place_id, d.place_id, d.level from alive a join alive b on b.place_id = a.parent_id join alive c on c.place_id = b.parent_id
                                                         join alive d on d.place_id = c.parent_id;
        if not weighed then
            analyze draw_at, draw_tree;
            weighed := true;
        end if;
        insert into draw_reach
        with standing as (
            -- a place without a known successor stands at the province (of this map) of its home
            select c.place_id, coalesce(c.at_id, h.at_id) as at_id,
                   c.share * case when c.at_id is null then coalesce(h.share, 1) else 1 end as share, c.doubt, c.at_id is null as lost
            from draw_at c
            join place p on p.id = c.place_id
            left join draw_home h on c.at_id is null and h.vintage_id = map.id and h.home = p.home
        )
        select map.id, s.place_id, t.ancestor_id, t.level, sum(s.share),
               case when bool_or(s.doubt = 3 and s.lost) then 'unknown'
                    when t.level in ('province', 'nation') and sum(s.share) > 0.999999 then 'exact'
                    else (array['exact', 'assumed', 'partial', 'unknown'])[max(s.doubt) + 1] end
        from standing s join draw_tree t on t.place_id = s.at_id
        group by s.place_id, t.ancestor_id, t.level;
    end loop;

    weighed := false;
    -- 3. backwards: a place that began later, on an older map, lies in what contains all its predecessors, where all are stated
    for map in select m.*, lead(valid_from) over (order by valid_from) as next_from from draw_map m order by valid_from desc loop
        exit when map.valid_to <= since and not exists (select from draw_born where born >= since);
        truncate draw_back, draw_tree;
        if map.valid_to <= since then
            delete from draw_was w using draw_born b where b.place_id = w.place_id and b.born < since;
        end if;
        insert into draw_back
        select w.place_id, case when s.place_id is not null then w.at_id else l.old_id end,
               w.known and (s.place_id is not null or (l.old_id is not null and l.basis in ('stated', 'all communes agree')))
        from draw_was w
        left join place_state s on s.place_id = w.at_id and s.valid_from <= map.valid_from and map.valid_from < s.valid_to
        left join lineage l on s.place_id is null and l.new_id = w.at_id and l.day = map.next_from;
        insert into draw_back
        select s.place_id, s.place_id, true from place_state s
        where s.valid_from <= map.valid_from and map.valid_from < s.valid_to
          and map.valid_to > since
          and not exists (select from draw_was w where w.place_id = s.place_id);
        truncate draw_was;
        insert into draw_was select place_id, at_id, bool_and(known) from draw_back group by place_id, at_id;

        insert into draw_tree
        with alive as (select place_id, parent_id, level from place_state where valid_from <= map.valid_from and map.valid_from < valid_to),
        asked as (
            select * from alive where place_id in (select w.at_id from draw_was w join draw_born b on b.place_id = w.place_id and b.born > map.valid_from
                                                   union select at_id from draw_home where vintage_id = map.id)
        )
        select a.place_id, a.place_id, a.level from asked a
        union all select a.place_id, b.place_id, b.level from asked a join alive b on b.place_id = a.parent_id
        union all select a.place_id, c.place_id, c.level from asked a join alive b on b.place_id = a.parent_id join alive c on c.place_id = b.parent_id
        union all select a.place_id, d.place_id, d.level from asked a join alive b on b.place_id = a.parent_id join alive c on c.place_id = b.parent_id
                                                         join alive d on d.place_id = c.parent_id;
        if not weighed then
            analyze draw_was, draw_tree;
            weighed := true;
        end if;

        insert into draw_reach
        with counted as (
            select w.place_id, count(w.at_id) as parts, bool_and(w.known) as known
            from draw_was w join draw_born b on b.place_id = w.place_id and b.born > map.valid_from group by w.place_id
        ), contained as (
            select w.place_id, t.ancestor_id, t.level
            from draw_was w join counted n using (place_id) join draw_tree t on t.place_id = w.at_id
            where n.known
            group by w.place_id, t.ancestor_id, t.level, n.parts
            having count(*) = n.parts
        ), at_home as (
            -- no commune of 2025 crosses two of the 63 provinces: home contains it, whatever is known of its parts
            select n.place_id, t.ancestor_id, t.level
            from counted n join place p on p.id = n.place_id and p.level in ('commune', 'district')
            join draw_home h on h.vintage_id = map.id and h.home = p.home and h.share > 0.999999
            join draw_tree t on t.place_id = h.at_id
            where not n.known
        ), nation as (
            select y.place_id, n.place_id, n.level from counted y join place_state n on n.level = 'nation'
        )
        select map.id, place_id, ancestor_id, level, 1, 'merged'
        from (select * from contained union select * from at_home union select * from nation) x;
    end loop;

    -- 4. change what differs: a new map is written, an old one compared, on the maps before :since only what began since or is no more
    delete from reach r where r.vintage_id = any (array(select id from vintage except select id from draw_map));
    delete from reach r using (
        select m.id, p.place_id
        from draw_map m,
             (select place_id from draw_born where born >= since
              union (select place_id from reach where vintage_id = (select id from draw_map where known order by valid_from limit 1) except select place_id from draw_born)) p
        where m.known and m.valid_to <= since) old
    where r.vintage_id = old.id and r.place_id = old.place_id;
    redrawn := array(select id from draw_map where known and valid_to > since);
    if redrawn <> '{}' then
        analyze draw_reach;
        delete from reach r
        where r.vintage_id = any (redrawn)
          and not exists (select from draw_reach d where d.vintage_id = r.vintage_id and d.place_id = r.place_id and d.ancestor_id = r.ancestor_id
                                                     and (d.share, d.quality, d.level) = (r.share, r.quality, r.level));
        delete from draw_reach d using reach r
        where r.vintage_id = any (redrawn) and d.vintage_id = r.vintage_id and d.place_id = r.place_id and d.ancestor_id = r.ancestor_id;
    end if;
    delete from vintage v where not exists (select from draw_map m where m.id = v.id);
    update vintage v set valid_to = m.valid_to from draw_map m where m.id = v.id and v.valid_to <> m.valid_to;
    insert into vintage select id, valid_from, valid_to from draw_map where not known order by valid_from;
    insert into reach select * from draw_reach order by vintage_id, place_id, ancestor_id;
    drop table draw_map, draw_born, draw_at, draw_gone, draw_next, draw_was, draw_back, draw_tree, draw_home, draw_reach;
    analyze vintage, reach;
end $body$;
comment on function territory.draw_maps(date) is 'Computes maps and reach anew from states and lineage, as far as changes since a day can matter; the only writer of both';
grant execute on function territory.draw_maps(date) to bamcoso_app;

-- In which province does a place lie on a map? Asked for every commune of the country at once by completeness and figures.
create index on territory.reach (vintage_id, place_id) include (ancestor_id) where level = 'province';
