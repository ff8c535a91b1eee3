-- How many auxiliaries of which category are there on a day, by province of the 63 or by commune? What a commune had that was merged since is its successor's, until that one has counted; where the successor is not known, it is nobody's (0).
with placed as materialized (
    select c.home, c.kind, c.as_of, c.teams, c.chiefs, c.chief_women, c.deputies, c.deputy_women, c.members, c.member_women, c.taken_over,
           coalesce(s.place_id, (select r.ancestor_id from territory.pub_reach r where s.place_id is null and r.vintage_id = (select territory.vintage_of(:on)) and r.place_id = c.place_id
                                 and r.level = 'commune' and r.quality not in ('unknown', 'merged') order by r.share desc limit 1), 0) as heir
    from staffing.auxiliary_count c
    left join territory.pub_standing s on s.place_id = c.place_id and s.level = 'commune' and s.valid_from <= :on and :on < s.valid_to
    where c.as_of <= :on and :on < c.holds_to and (cardinality(cast(:homes as smallint[])) = 0 or c.home = any (cast(:homes as smallint[])))),
counted as (
    select case when :by_home then home::int else heir end as spot, kind, max(as_of) as as_of, sum(teams)::int as teams, sum(chiefs)::int as chiefs, sum(chief_women)::int as chief_women, sum(deputies)::int as deputies,
           sum(deputy_women)::int as deputy_women, sum(members)::int as members, sum(member_women)::int as member_women, sum(coalesce(taken_over, 0))::int as taken_over,
           (count(*) filter (where heir = 0))::int as without_heir
    from placed group by spot, kind),
police as (
    select p.spot, sum(s.officers)::int as regulars
    from (select case when :by_home then home::int else heir end as spot, heir from placed group by 1, 2) p
    join staffing.commune_strength s on s.place_id = p.heir and s.year = staffing.year_of(:on) and s.valid_from <= :on and :on < s.valid_to
    group by p.spot)
select c.*, coalesce(p.regulars, 0) as regulars from counted c left join police p using (spot) where :commune = 0 or c.spot = :commune
