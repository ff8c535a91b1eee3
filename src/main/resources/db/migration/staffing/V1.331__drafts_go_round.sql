-- Drafts of a programme's plan go round as every draft of the house does (papers.consultation); those that were sent before move there.
do $body$
declare
    old record;
    sent int;
begin
    for old in select d.*, coalesce(c.agency_id, (select min(o.id) from territory.office o where o.of_place = d.place_id)) as office_id
               from staffing.draft_plan d left join staffing.committee c using (programme_id) order by d.id loop
        insert into papers.consultation (matter, matter_ref, title, text, due_on, office_id, sent_by, sent_at, closed_on, document, field, home, place_id)
        values ('staffing.programme', old.programme_id, old.title, old.text, old.due_on, old.office_id, old.sent_by, old.sent_at,
                old.closed_on, old.document, old.field, old.home, old.place_id)
        returning id into sent;
        insert into papers.consultation_body (consultation_id, name, asked_by, asked_at, field, home, place_id)
        select sent, c.body, old.sent_by, old.sent_at, old.field, old.home, old.place_id from staffing.draft_comment c where c.draft_id = old.id group by c.body order by min(c.id);
        insert into papers.consultation_comment (consultation_id, body_id, agrees, part, comment, document, given_by, given_at, field, home, place_id)
        select sent, b.id, false, c.part, c.comment, c.document, c.given_by, c.given_at, c.field, c.home, c.place_id
        from staffing.draft_comment c join papers.consultation_body b on b.consultation_id = sent and b.name = c.body where c.draft_id = old.id order by c.id;
        insert into papers.consultation_answer (comment_id, answer, why, answered_by, answered_at, field, home, place_id)
        select n.id, c.answer, c.why, coalesce(c.answered_by, 0), c.answered_at, c.field, c.home, c.place_id
        from staffing.draft_comment c join papers.consultation_body b on b.consultation_id = sent and b.name = c.body
        join papers.consultation_comment n on n.body_id = b.id and n.given_at = c.given_at and n.comment = c.comment
        where c.draft_id = old.id and c.answer is not null order by c.id;
    end loop;
end $body$;
drop table staffing.draft_comment;
drop table staffing.draft_plan;
