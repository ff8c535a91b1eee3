-- Which communes are expected to report this form for this period and have not sent it?
insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
select distinct on (p.place_id) :code, :topic || ':' || p.place_id, :topic, o.office_id, null, null::int, :due::date, :since::date, :name_vi, :name_en, '/forms', :topic_link, :field::smallint, p.home, p.place_id
from territory.pub_place p
join territory.pub_office o on o.place_id = p.place_id and o.kind = 'commune' and o.valid_from <= :end and :end < o.valid_to
where p.level = 'commune' and p.valid_from <= :end and :end < p.valid_to
  and (:regular or exists (
      select from reporting.call c
      join territory.pub_reach r on r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = p.place_id and r.ancestor_id = c.within_id
      where c.form_id = :form and c.period = :period))
  and not exists (
      select from reporting.submission s
      where s.form_id = :form and s.period = :period and s.place_id = p.place_id and s.status in ('submitted', 'approved', 'correcting'))
order by p.place_id, o.office_id
