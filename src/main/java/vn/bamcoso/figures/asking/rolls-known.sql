-- What did the provinces of the 63 add up to at that moment? Where the roll-up has changed since, sum and n are null: recount.
select r.indicator_id, r.period_id, r.home,
       case when r.known_last <= :known then r.sum end as sum,
       case when r.known_last <= :known then r.n end as n
from figures.roll r
where r.indicator_id = any (:indicators::smallint[]) and r.period_id = any (:periods::int[]) and r.breakdown = :breakdown and r.known_first <= :known
