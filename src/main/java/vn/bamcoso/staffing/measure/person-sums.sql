-- How many holders of full posts have each attribute on a day, by province of the 63, as known now? One look into the index for each kind of commune.
select v.home, sum(v.n)::int as n, sum(v.women)::int as women, sum(v.minority)::int as minority, sum(v.party)::int as party, sum(v.field_rank)::int as field_rank, sum(v.company_rank)::int as company_rank
from generate_series(1, 99) h
cross join unnest(array['xa', 'phuong', 'thi_tran', 'dac_khu']) k
cross join lateral (select * from staffing.person_sum s where s.home = h::smallint and s.kind = k and s.day <= :on order by s.day desc limit 1) v
group by v.home
having sum(v.n) > 0
