-- Of which kind is each commune of these provinces of the 63 on some days? (places: only these; null: all)
select d."on", p.place_id, p.kind
from unnest(:days::date[]) d("on")
join territory.pub_place p on p.level = 'commune' and p.home = any (:homes::smallint[]) and p.valid_from <= d."on" and d."on" < p.valid_to
where :places::int[] is null or p.place_id = any (:places::int[])
