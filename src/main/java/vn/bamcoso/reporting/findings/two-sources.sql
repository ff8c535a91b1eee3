-- Of which of these figures did another source say something else before, and what?
select i.code, p.breakdown, f.place_id, p.value as before, f.value as now, p.known_to
from figures.figure_past p
join figures.figure f on f.period_id = p.period_id and f.indicator_id = p.indicator_id and f.home = p.home and f.place_id = p.place_id and f.breakdown = p.breakdown
join figures.indicator i on i.id = p.indicator_id
join figures.period t on t.id = p.period_id
join figures.origin a on a.id = p.origin_id
join figures.origin b on b.id = f.origin_id
where t.code = :period and i.code = any (:indicators) and f.place_id = any (:places)
  and p.value is distinct from f.value and (a.kind, a.ref) is distinct from (b.kind, b.ref)
order by p.known_to desc
limit 200
