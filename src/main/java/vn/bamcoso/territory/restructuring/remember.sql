-- What stood there before, to take the act back with?
update territory.act set undo = jsonb_build_object(
    'founded', to_jsonb(cast(:founded as int[])),
    'places', to_jsonb(cast(:places as int[])),
    'states', (select coalesce(jsonb_agg(to_jsonb(s) - 'search' - 'short_search'), '[]') from territory.place_state s where s.place_id = any(:places)),
    'lineage', (select coalesce(jsonb_agg(to_jsonb(l) - 'id'), '[]') from territory.lineage l where l.old_id = any(:ending) and l.day >= :day))
where id = :act
