-- Is one of these communes expected to report this form for this period, and has not sent it?
select exists (
    select from territory.pub_place p
    join territory.pub_office o on o.place_id = p.place_id and o.kind = 'commune' and o.valid_from <= :end and :end < o.valid_to
    where p.place_id = any (:places) and p.level = 'commune' and p.valid_from <= :end and :end < p.valid_to
      and (:regular or exists (
          select from reporting.call c
          join territory.pub_reach r on r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = p.place_id and r.ancestor_id = c.within_id
          where c.form_id = :form and c.period = :period))
      and not exists (
          select from reporting.submission s
          where s.form_id = :form and s.period = :period and s.place_id = p.place_id and s.status in ('submitted', 'approved', 'correcting')))
