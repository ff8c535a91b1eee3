-- Which of these communes did not take part yet: no account at their office, and no report begun, by the last day?
select p.id from unnest(:places::int[]) p(id)
join territory.pub_office o on o.place_id = p.id and o.kind = 'commune' and o.valid_from <= :end and :end < o.valid_to
where not exists (select from identity.pub_holder h where h.office_id = o.office_id and h.valid_from <= :end)
  and not exists (select from reporting.submission x where x.place_id = p.id and x.period_end <= :end)
