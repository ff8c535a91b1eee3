-- How many officers hold a full post of each title in each commune on a day, as known now?
select place_id, title_id, count(*)::int
from staffing.posting
where kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on
group by place_id, title_id
