-- How many roles beside a post, of titles of these codes, are held in each commune on a day, as known at a moment?
select r.place_id, count(*)::int as n
from (
    select place_id, title_id from staffing.posting
    where home = any (:homes::smallint[]) and kind = 'concurrent' and valid_from <= :on and valid_to > :on and (cast(:known as timestamptz) is null or known_from <= :known)
    union all
    select place_id, title_id from staffing.posting_past
    where cast(:known as timestamptz) is not null and home = any (:homes::smallint[]) and kind = 'concurrent' and valid_from <= :on and valid_to > :on and known_from <= :known and :known < known_to) r
join staffing.title t on t.id = r.title_id
where t.code like any (:codes::text[])
group by r.place_id
