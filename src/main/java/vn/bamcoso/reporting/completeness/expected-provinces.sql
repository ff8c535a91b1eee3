-- Of how many places (of the form's level) of each province are reports expected, and how many are approved, waiting, returned, being written, missing?
with lies as materialized (
    select place_id, ancestor_id from territory.pub_reach where vintage_id = (select territory.vintage_of(:map)) and level = 'province'
), office as materialized (
    select o.place_id, o.office_id from territory.pub_office o where o.kind = :office and o.valid_from <= :end and :end < o.valid_to
), alive as materialized (
    select p.place_id from territory.pub_place p where p.level = :level and p.valid_from <= :end and :end < p.valid_to
), expected as materialized (
    select p.place_id, o.office_id, pr.ancestor_id as province_id
    from alive p join office o on o.place_id = p.place_id join lies pr on pr.place_id = p.place_id
    where (:regular and (:everywhere or reporting.is_asked(:form, p.place_id, :end)) or exists (
          select from reporting.call c
          join territory.pub_reach r on r.vintage_id = territory.vintage_of(c.period_end) and r.place_id = p.place_id and r.ancestor_id = c.within_id
          where c.form_id = :form and c.period = :period)
        or exists (select from reporting.submission s where s.form_id = :form and s.period = :period and s.place_id = p.place_id))
), sent as materialized (
    -- read in one walk along its index, not one by one for each commune
    select s.* from reporting.submission s where s.form_id = :form and s.period = :period
), counted as (
    select e.province_id,
           count(*) as expected,
           count(*) filter (where s.status = 'approved' or s.approved_revision is not null) as approved,
           count(*) filter (where s.status = 'submitted' and s.approved_revision is null) as waiting,
           count(*) filter (where s.status = 'returned' and s.approved_revision is null) as returned,
           count(*) filter (where s.status in ('draft', 'presented') and s.approved_revision is null) as writing,
           count(*) filter (where s.id is null or s.status = 'lapsed') as missing,
           count(*) filter (where s.id is null and not exists (select from identity.pub_holder h where h.office_id = e.office_id and h.valid_from <= :end)
                              and not exists (select from reporting.submission x where x.place_id = e.place_id and x.period_end <= :end)) as apart,
           count(*) filter (where s.late) as late,
           count(*) filter (where s.submitted_at is not null and not s.late) as in_time,
           count(*) filter (where s.one_person) as one_person
    from expected e
    left join sent s on s.place_id = e.place_id
    group by e.province_id
)
select p.place_id, p.key, p.full_name, p.name, p.code, c.expected, c.approved, c.waiting, c.returned, c.writing, c.missing, c.late, c.in_time, c.one_person, c.apart
from counted c
join territory.pub_place p on p.place_id = c.province_id and p.valid_from <= :map and :map < p.valid_to
order by p.code
