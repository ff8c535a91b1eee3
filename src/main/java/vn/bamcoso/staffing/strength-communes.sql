-- How many posts are allotted to each commune on some days, and how many are held, as known now? (homes: provinces of the 63; places: only these; null: all)
select d."on", s.place_id, s.important, s.least, s.chief_posts, s.chiefs, s.deputy_posts, s.deputies, s.member_posts, s.members
from unnest(:days::date[]) d("on")
join staffing.strength s on s.home = any (:homes::smallint[]) and s.year = staffing.year_of(d."on") and s.valid_from <= d."on" and s.valid_to > d."on"
where :places::int[] is null or s.place_id = any (:places::int[])
