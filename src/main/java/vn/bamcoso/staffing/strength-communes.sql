-- How many posts are allotted to each commune on a day, and how many are held, as known now? (homes: provinces of the 63)
select place_id, important, least, chief_posts, chiefs, deputy_posts, deputies, member_posts, members
from staffing.strength
where home = any (:homes::smallint[]) and year = staffing.year_of(:on) and valid_from <= :on and valid_to > :on
