-- Which reports of this form, period, state and area may I see, latest period first? (Only those of the page are named; most: how far to count, null: to the end. places: all that I may see, where these are few.)
with mine as not materialized (
    select s.id, s.period_end, s.form_id, s.home, s.place_id
    from reporting.submission s
    where (:form::text is null or s.form_id = (select id from reporting.form where code = :form))
      and (:period::text is null or s.period = :period)
      and (:status::text is null or s.status = any (string_to_array(:status, ',')))
      and (:late::boolean is null or s.late = :late)
      and (:one_person::boolean is null or s.one_person = :one_person)
      and (:at_ministry::boolean is null or coalesce(s.waits_at = 'ministry', false) = :at_ministry)
      and (:places::int[] is null or s.place_id = any (:places::int[]))
      and (:within::int is null or s.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:today)) and r.ancestor_id = :within))
), shown as (
    select id from mine order by period_end desc, form_id, home, place_id, id limit :limit offset :offset
)
select s.id, f.code as form, f.name_vi, f.name_en, s.period, s.place_id, p.key as place_key, p.full_name as place, coalesce(v.name, '') as province, o.name as office, s.status, s.revision, s.approved_revision,
       s.due, s.late, s.one_person, s.doubts, s.kind, s.submitted_at, s.approved_at, s.version, (select count(*) from (select from mine limit :most::bigint) counted) as total
from shown
join reporting.submission s using (id)
left join reporting.form f on f.id = s.form_id
left join lateral (select key, full_name from territory.pub_place p where p.place_id = s.place_id and p.valid_from <= s.period_end and s.period_end < p.valid_to) p on true
left join lateral (select v.name from territory.pub_reach r join territory.pub_place v on v.place_id = r.ancestor_id and v.valid_from <= s.period_end and s.period_end < v.valid_to where r.vintage_id = territory.vintage_of(s.period_end) and r.place_id = s.place_id and r.level = 'province' and r.ancestor_id <> s.place_id limit 1) v on true
left join lateral (select name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1) o on true
order by s.period_end desc, s.form_id, s.home, s.place_id, s.id
