-- Of which kind is each of these communes on some days?
select d."on", s.place_id, s.kind
from unnest(:days::date[]) d("on")
join territory.pub_standing s on s.place_id = any (:places::int[]) and s.level = 'commune' and s.valid_from <= d."on" and d."on" < s.valid_to
