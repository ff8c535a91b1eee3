-- Who within this area is expected to report this form for this period, and where does each report stand?
with expected as (
    -- a place of the form's level that was there on the last day and had an office; a form without a rhythm is expected where it was called for, or was sent
    select p.place_id, p.key, p.full_name, o.office_id
    from territory.pub_place p
    join territory.pub_office o on o.place_id = p.place_id and o.kind = :office and o.valid_from <= :end and :end < o.valid_to
    join territory.pub_reach a on a.vintage_id = (select territory.vintage_of(:map)) and a.place_id = p.place_id and a.ancestor_id = :within
    where p.level = :level and p.valid_from <= :end and :end < p.valid_to
      and (:regular and (:everywhere or reporting.is_asked(:form, p.place_id, :end)) or exists (
          select from reporting.call c
          join territory.pub_reach r on r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = p.place_id and r.ancestor_id = c.within_id
          where c.form_id = :form and c.period = :period)
        or exists (select from reporting.submission s where s.form_id = :form and s.period = :period and s.place_id = p.place_id))
)
select e.place_id, e.key, e.full_name, s.id, s.status, s.late, s.one_person, s.doubts, s.submitted_at, s.approved_revision is not null as approved_before,
       -- who had neither an account nor begun a report by the last day did not take part yet
       s.id is null and not exists (select from identity.pub_holder h where h.office_id = e.office_id and h.valid_from <= :end)
         and not exists (select from reporting.submission x where x.place_id = e.place_id and x.period_end <= :end) as apart
from expected e
left join reporting.submission s on s.form_id = :form and s.period = :period and s.place_id = e.place_id
order by e.key
