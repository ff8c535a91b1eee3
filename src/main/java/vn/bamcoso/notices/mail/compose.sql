-- Who is to have a digest today, and what stands in it: what was told within a week, is not read, and was in no digest before.
insert into notices.mail (user_id, day, notices, status, next_try)
select p.user_id, :day, found.ids, 'waiting', :at
from notices.preference p
cross join lateral (
    select array_agg(n.id order by n.told_at desc, n.id desc) as ids
    from (
        select n.id, n.told_at from notices.notice n where n.user_id = p.user_id and n.told_at > :since
        union
        select n.id, n.told_at
        from (select distinct h.office_id, h.role, min(h.valid_from) over (partition by h.office_id, h.role) as since
              from identity.pub_holder h where h.user_id = p.user_id and h.valid_from <= :day and :day < h.valid_to) h
        join identity.pub_role r on r.role = h.role
        cross join lateral (values (h.office_id::text || ':' || h.role), (case when r.reads then h.office_id::text || ':' end)) post(post)
        join notices.notice n on n.post = post.post and n.told_at > :since and n.told_at >= h.since::timestamp at time zone 'Asia/Ho_Chi_Minh'
    ) n
    where not exists (select from notices.reading r where r.notice_id = n.id and r.user_id = p.user_id)
      and not exists (select from notices.mail m where m.user_id = p.user_id and m.day > :day - 9 and n.id = any (m.notices))
) found
where p.by_mail and p.confirmed_at is not null and found.ids is not null and (:open or p.days_off) and p.digest_hour <= :hour
  and not (case when p.quiet_from < p.quiet_to then :hour >= p.quiet_from and :hour < p.quiet_to else p.quiet_from > p.quiet_to and (:hour >= p.quiet_from or :hour < p.quiet_to) end)
on conflict (user_id, day) do nothing
