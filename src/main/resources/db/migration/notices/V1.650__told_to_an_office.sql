-- What is told to an office is told to those whose role reads contents: neither to who keeps its accounts nor to who reads its logs.
create or replace function notices.held() returns table (post text, since timestamptz) stable language sql as $$
    select p.post, min(h.valid_from)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    from identity.pub_holder h
    join identity.pub_role r on r.role = h.role
    cross join lateral (values (h.office_id::text || ':' || h.role), (case when r.reads then h.office_id::text || ':' end)) p(post)
    cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as today) t
    where h.user_id = access.user_id() and h.valid_from <= t.today and t.today < h.valid_to and p.post is not null
    group by p.post
$$;
