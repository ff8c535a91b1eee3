-- What do the posts and postings of a day add up to, by province of the 63 and kind of commune, as known now? One look into the index for each.
select v.home, v.kind, v.n, v.chiefs, v.deputies, v.members, v.staffed, v.filled, v.important, v.headed, v.posts, v.vacant, v.surplus
from generate_series(1, 99) h
cross join unnest(array['xa', 'phuong', 'thi_tran', 'dac_khu']) k
cross join lateral (select * from staffing.strength_sum s where s.home = h::smallint and s.kind = k and s.day <= :on order by s.day desc limit 1) v
where v.n > 0
