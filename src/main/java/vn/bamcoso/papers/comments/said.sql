-- What did the bodies say of a draft, and what became of it, as known at a moment?
select s.id, s.body_id, b.name as body, s.agrees, s.part, s.comment, s.document, g.name as given_by, s.given_at, a.answer, a.why, w.name as answered_by, a.answered_at
from papers.consultation_comment s
join papers.consultation_body b on b.id = s.body_id
left join identity.pub_user g on g.user_id = s.given_by
left join lateral (select * from papers.consultation_answer n where n.comment_id = s.id and (cast(:known as timestamptz) is null or n.answered_at <= :known) order by n.id desc limit 1) a on true
left join identity.pub_user w on w.user_id = a.answered_by
where s.consultation_id = :id and (cast(:known as timestamptz) is null or s.given_at <= :known)
order by b.id, s.given_at, s.id
