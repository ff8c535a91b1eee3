-- In which province does a place lie on a map? Asked for every commune of the country at once by completeness and figures.
create index on territory.reach (vintage_id, place_id) include (ancestor_id) where level = 'province';
