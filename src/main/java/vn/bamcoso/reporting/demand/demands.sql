-- Which indicator is asked by which form, of whom, in which kinds of period, on which days, and how often was it called for within a year?
select i.code, i.name_vi, i.name_en, i.unit_vi, i.unit_en, i.origin, f.code as form, f.name_vi as form_vi, f.name_en as form_en, f.level, v.number, v.first_end, v.last_end, v.period_kinds,
       (select count(*) from reporting.call c where c.form_id = f.id and c.period_end > :today::date - interval '1 year' and c.period_end <= :today) as calls
from reporting.form_line l
join reporting.form_version v on v.id = l.form_version_id
join reporting.form f on f.id = v.form_id
join figures.indicator i on i.code = l.indicator
where l.asked and v.last_end >= :today
order by i.position, i.id, f.position, v.number
