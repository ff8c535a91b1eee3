-- How many posts may each provincial office hand out on a day, and how many has it? Until March 2025 communes stood under districts. (homes: provinces of the 63)
with posts as materialized (
    -- summed up before anything is asked about the office
    select office_id, sum(number) as posts from staffing.post where home = any (:homes::smallint[]) and valid_from <= :day and valid_to > :day group by office_id
), offices as materialized (
    select office_id, parent_id, kind from territory.pub_office where valid_from <= :day and :day < valid_to
), handed as materialized (
    select coalesce(d.parent_id, b.parent_id) as superior, sum(p.posts)::int as posts
    from posts p
    join offices b on b.office_id = p.office_id
    left join offices d on d.office_id = b.parent_id and d.kind = 'district' group by 1
)
select o.office_id, o.name as office, o.place_id, c.number, c.decision, c.decided_on, c.valid_from as since, coalesce(a.posts, 0) as allotted
from territory.pub_office o
join territory.pub_place t on t.place_id = o.place_id and t.valid_from <= :day and :day < t.valid_to and t.home = any (:homes::smallint[])
left join staffing.ceiling c on c.office_id = o.office_id and c.valid_from <= :day and :day < c.valid_to
left join handed a on a.superior = o.office_id
where o.kind = 'provincial' and o.valid_from <= :day and :day < o.valid_to order by t.code
