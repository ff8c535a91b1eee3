-- How many auxiliaries of which category does each commune have on a day, by its latest count? What a commune had that was merged since is its successor's, until that one has counted.
with latest as (
    select distinct on (c.place_id, c.kind) c.*
    from staffing.auxiliary_count c join staffing.auxiliary_kind k on k.code = c.kind and k.valid_from <= :on and :on < k.valid_to
    where c.as_of <= :on and (cast(:known as timestamptz) is null or c.entered_at <= :known)
    order by c.place_id, c.kind, c.as_of desc, c.id desc),
ended as (
    select place_id, max(valid_to) as day from territory.pub_place where level = 'commune' group by place_id having max(valid_to) <= :on),
heir as (
    select distinct on (r.place_id) r.place_id, r.ancestor_id as heir
    from territory.pub_reach r where r.vintage_id = territory.vintage_of(:on) and r.level = 'commune' and r.quality not in ('unknown', 'merged')
    order by r.place_id, r.share desc),
carried as (
    select h.heir, l.kind, max(l.as_of) as as_of, sum(l.teams) as teams, sum(l.chiefs) as chiefs, sum(l.chief_women) as chief_women, sum(l.deputies) as deputies, sum(l.deputy_women) as deputy_women,
           sum(l.members) as members, sum(l.member_women) as member_women, sum(l.taken_over) as taken_over
    from latest l join heir h using (place_id)
    left join ended e using (place_id)
    left join latest n on n.place_id = h.heir and n.kind = l.kind
    where e.day is null or n.as_of is null or n.as_of < e.day
    group by h.heir, l.kind)
select n.place_id, n.key, n.full_name as name, n.home, r.ancestor_id as province, l.kind, l.as_of, l.teams, l.chiefs, l.chief_women, l.deputies, l.deputy_women, l.members, l.member_women, l.taken_over
from carried l
join territory.pub_place n on n.place_id = l.heir and n.valid_from <= :on and :on < n.valid_to
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = n.place_id and r.level = 'province'
where :within = 0 or r.ancestor_id = :within or n.place_id = :within
order by n.code, l.kind
