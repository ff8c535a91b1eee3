-- How many auxiliaries of which category does each commune have on a day, by its latest count, and how many regular officers beside them?
with latest as (
    select distinct on (c.place_id, c.kind) c.*
    from staffing.auxiliary_count c join staffing.auxiliary_kind k on k.code = c.kind and k.valid_from <= :on and :on < k.valid_to
    where c.as_of <= :on and (cast(:known as timestamptz) is null or c.entered_at <= :known)
    order by c.place_id, c.kind, c.as_of desc, c.id desc)
select n.place_id, n.key, n.full_name as name, n.home, r.ancestor_id as province, l.kind, l.as_of, l.teams, l.chiefs, l.chief_women, l.deputies, l.deputy_women, l.members, l.member_women, l.taken_over
from latest l
join territory.pub_place n on n.place_id = l.place_id and n.valid_from <= :on and :on < n.valid_to
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = n.place_id and r.level = 'province'
where :within = 0 or r.ancestor_id = :within or n.place_id = :within
order by n.code, l.kind
