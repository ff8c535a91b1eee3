-- What do the posts and postings of some days add up to, by province of the 63 and kind of commune, as known now? One look into the index for each.
select d."on", v.home, v.kind, v.n, v.chiefs, v.deputies, v.members, v.staffed, v.filled, v.important, v.headed, v.posts, v.vacant, v.surplus
from unnest(:days::date[]) d("on")
cross join (select distinct p.home from territory.pub_place p where p.level = 'province' and p.home = any (:homes::smallint[])) h
cross join unnest(array['xa', 'phuong', 'thi_tran', 'dac_khu']) k
cross join lateral (select * from staffing.strength_sum s where s.home = h.home and s.kind = k and s.day <= d."on" order by s.day desc limit 1) v
where v.n > 0
