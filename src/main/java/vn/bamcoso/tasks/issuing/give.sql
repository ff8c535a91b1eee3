-- Which offices that are addressed on this day have no share of this turn yet? They get it.
with addressed as (
    select o.office_id, null::int as body_id, o.kind, o.code, o.place_id
    from territory.pub_office o
    where o.valid_from <= :day and :day < o.valid_to and o.place_id is not null
      and case :audience
          when 'offices' then o.office_id = any (:offices)
          when 'provinces' then o.kind = 'provincial'
          else o.kind = 'commune' and exists (select from territory.pub_reach r where r.vintage_id = territory.vintage_of(:day) and r.place_id = o.place_id and r.ancestor_id = :issuer_place) end
    union all
    select o.office_id, b.id, o.kind, o.code, o.place_id
    from tasks.body b join territory.pub_office o on o.office_id = b.office_id and o.valid_from <= :day and :day < o.valid_to and o.place_id is not null
    where b.id = any (:bodies)
)
insert into tasks.share (task_id, turn, office_id, body_id, role, status, due, last_day, moved_at, field, home, place_id)
select :task, :turn, a.office_id, a.body_id,
       case when :post <> 'head' then :post
            else case a.kind when 'commune' then 'commune_chief' when 'police_post' then 'commune_chief' when 'provincial' then 'provincial_director' when 'ministry' then 'leader'
                 else case a.code when 'V01' then 'ministry_office' else 'department' end end end,
       'assigned', :due, :last, :at, :field, p.home, p.place_id
from addressed a
join territory.pub_place p on p.place_id = a.place_id and p.valid_from <= :day and :day < p.valid_to
where not exists (select from tasks.share s where s.task_id = :task and s.turn = :turn and s.office_id = a.office_id and s.body_id is not distinct from a.body_id)
order by a.kind, p.home, a.place_id
returning id
