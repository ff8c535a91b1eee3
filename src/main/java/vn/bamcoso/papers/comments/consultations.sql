-- Which drafts are on their round, and how far is each? Of a province that is asked only its own comments are counted.
select c.id, c.matter, c.matter_ref, c.title, c.text, c.due_on, c.office_id,
       coalesce((select o.name from territory.pub_office o where o.office_id = c.office_id order by o.valid_to desc limit 1), '') as office,
       u.name as sent_by, c.sent_at, c.closed_on, c.document, c.field, c.place_id,
       (select count(*)::int from papers.consultation_body b where b.consultation_id = c.id) as asked,
       (select count(distinct s.body_id)::int from papers.consultation_comment s where s.consultation_id = c.id) as spoke,
       (select count(*)::int from papers.consultation_comment s where s.consultation_id = c.id and s.comment is not null) as comments,
       (select count(*)::int from papers.consultation_comment s where s.consultation_id = c.id and s.comment is not null
        and not exists (select from papers.consultation_answer a where a.comment_id = s.id)) as open
from papers.consultation c left join identity.pub_user u on u.user_id = c.sent_by
where (cast(:id as int) is null or c.id = :id) and (cast(:matter as text) is null or c.matter = :matter and c.matter_ref = :ref)
order by c.closed_on is not null, c.sent_at desc, c.id desc
limit :most
