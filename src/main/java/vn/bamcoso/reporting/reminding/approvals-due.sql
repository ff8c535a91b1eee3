-- Before which provinces do reports of this form and period wait, and how many?
insert into falling_due (code, ref, topic, office_id, role, issuer_id, last_day, since, name_vi, name_en, link, topic_link, field, home, place_id)
select :code, :topic || ':' || o.office_id, :topic, o.office_id, null, null::int, :due::date, :since::date, :name_vi || ' (' || count(*) || ')', :name_en || ' (' || count(*) || ')', '/approvals', :topic_link, :field::smallint, p.home, p.place_id
from reporting.submission s
join territory.pub_reach r on r.vintage_id = territory.vintage_of(:due) and r.place_id = s.place_id and r.level = 'province'
join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :due and :due < p.valid_to
join territory.pub_office o on o.place_id = p.place_id and o.kind = 'provincial' and o.valid_from <= :due and :due < o.valid_to
where s.form_id = :form and s.period = :period and s.status = 'submitted' and s.waits_at in ('district', 'provincial')
group by o.office_id, p.place_id, p.home
