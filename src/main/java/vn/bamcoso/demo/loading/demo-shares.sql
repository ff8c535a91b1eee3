-- The shares of one demonstration task as they stand today: of one lead as the file says, of many by a die that always falls the same.
with led as (
    select o.office_id, o.kind, o.code, p.place_id, p.home,
           ('x' || substr(md5(:task || ' ' || o.code || o.kind), 1, 6))::bit(24)::int % 1000 as dice
    from territory.pub_office o
    join territory.pub_place p on p.place_id = o.place_id and p.valid_from <= :today and :today < p.valid_to
    where o.valid_from <= :today and :today < o.valid_to
      and case :audience when 'offices' then o.kind = 'department' and o.code = :lead when 'provinces' then o.kind = 'provincial' else o.kind = 'commune' and (:all or p.home = any (:homes)) end
), fated as (
    select l.*, case
        when :proposed::date is not null then 'done'
        when :blocked::text is not null then 'blocked'
        when :audience = 'offices' then 'working'
        when :last < :today - 60 then case when dice < 960 then 'done' when dice < 980 then 'blocked' else 'working' end
        when :last < :today then case when dice < 620 then 'done' when dice < 720 then 'proposed' when dice < 760 then 'blocked' else 'working' end
        else case when dice < 220 then 'done' when dice < 300 then 'proposed' when dice < 760 then 'working' when dice < 780 then 'blocked' when dice < 790 then 'refused' else 'assigned' end end as status
    from led l
), dated as (
    select f.*, case when status in ('done', 'proposed') then coalesce(:proposed::date, least(:today - 1 - dice % 9,
        case when dice % 7 = 0 and :last < :today - 20 then :last + 1 + dice % 19 else :last - dice % 23 end)) end as proposed_on
    from fated f
)
insert into tasks.share (task_id, office_id, role, status, due, last_day, percent, proposed_on, done_on, blocked_by, moved_at, field, home, place_id)
select :task, office_id, case kind when 'commune' then 'commune_chief' when 'provincial' then 'provincial_director' else case code when 'V01' then 'ministry_office' else 'department' end end,
       status, :due, :last, case status when 'done' then 100 when 'proposed' then 100 when 'assigned' then 0 when 'refused' then 0 else 10 + dice % 80 end,
       case when proposed_on is not null then greatest(proposed_on, :issued + 1) end, case when status = 'done' then coalesce(:done::date, least(:today, greatest(proposed_on, :issued + 1) + 3)) end,
       case when status = 'blocked' then coalesce(:blocked, (array['Chờ cấp kinh phí', 'Chưa có quỹ đất', 'Chờ hướng dẫn của Bộ', 'Thiếu cán bộ do chưa bố trí đủ'])[1 + dice % 4]) end,
       (:today::timestamp + interval '9 hours') at time zone 'Asia/Ho_Chi_Minh', :field, home, place_id
from dated
