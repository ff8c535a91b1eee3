-- What does a question need to know before it begins: the scope of the asker, and whether anything kept in memory is out of date?
select access.ints('bamcoso.r_nation') as nation, access.ints('bamcoso.r_homes') as homes, access.bigints('bamcoso.r_places') as places,
       access.ints('bamcoso.w_nation') as writing,
       (select version from figures.map_version) as maps,
       (select count(*)::int from figures.period) as periods,
       (select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(id), 0) from figures.indicator) as catalogue
