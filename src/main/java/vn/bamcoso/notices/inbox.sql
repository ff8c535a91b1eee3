-- What was told to me and to the posts I hold today, the newest first: have I read it, who has confirmed it?
with mine as (
    select n.*, n.user_id is null and n.told_at < h.since as past,
           exists (select from notices.reading r where r.notice_id = n.id and r.user_id = access.user_id()) as read
    from notices.notice n
    left join notices.held() h on h.post = n.post
    where n.user_id = access.user_id() or n.post = any ((select notices.held_posts())::text[])
), shown as (
    select m.*, c.name as confirmed_by, c.at as confirmed_at
    from mine m
    left join lateral (
        select u.name, a.at from notices.acknowledgement a join identity.pub_user u on u.user_id = a.user_id
        where a.notice_id = m.id order by a.at limit 1) c on m.asks
), page as (
    -- who told it is asked of those that are shown only
    select s.*, count(*) over () as total from shown s
    where not :open or not s.past and (not s.read or s.asks and s.confirmed_by is null)
    order by s.told_at desc, s.id desc
    limit :most offset :offset
)
select s.id, s.kind, s.words_vi, s.words_en, s.link, s.asks, s.told_at, coalesce(u.name, '') as told_by, o.name as office,
       s.past, s.read, s.confirmed_by, s.confirmed_at, s.total
from page s
left join identity.pub_user u on u.user_id = s.told_by
left join lateral (
    select name from territory.pub_office where office_id = s.office_id order by valid_to desc limit 1) o on true
order by s.told_at desc, s.id desc
