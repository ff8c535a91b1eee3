-- Has any cell, in the provinces that the incoming figures are about, a figure already?
select exists (
    select from (
        select distinct n.period_id, n.indicator_id, s.home from incoming n join spots s on s.period_id = n.period_id and s.place_id = n.place_id
    ) d join figures.figure f on f.period_id = d.period_id and f.indicator_id = d.indicator_id and f.home = d.home)
