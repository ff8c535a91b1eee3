-- Has any cell, in the provinces that the incoming figures are about, a figure already? (limit: one look into the index each)
select exists (
    select from cells c cross join (select distinct home from spots) h
    cross join lateral (select from figures.figure f where f.period_id = c.period_id and f.indicator_id = c.indicator_id and f.home = h.home limit 1) f)
