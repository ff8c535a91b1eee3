-- Which places of a level there were on a day is asked by nearly every page that adds something up: answered from an index alone, without the table of places.
create view territory.pub_standing with (security_invoker = true) as
select s.place_id, s.level, s.kind, s.valid_from, s.valid_to from territory.place_state s;
comment on view territory.pub_standing is 'Which place stood on which days as what kind of unit: pub_place without names and province';
comment on column territory.pub_standing.place_id is 'The place';
comment on column territory.pub_standing.level is 'nation, province, district or commune';
comment on column territory.pub_standing.kind is 'Kind of unit';
comment on column territory.pub_standing.valid_from is 'First day';
comment on column territory.pub_standing.valid_to is 'First day on which it no longer holds';
grant select on territory.pub_standing to bamcoso_app;
