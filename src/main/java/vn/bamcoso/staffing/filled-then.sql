-- How many officers held a full post of each title in each commune on a day, as it was known at a moment?
select place_id, title_id, count(*)::int
from (select place_id, title_id from staffing.posting
      where kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and known_from <= :known
      union all
      select place_id, title_id from staffing.posting_past
      where kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and known_from <= :known and :known < known_to) p
group by place_id, title_id
