-- Offices follow places by rule: provincial police their province; district police ended on 28 February 2025; commune police
-- stood under the district until then and stand under the province since. The districts Hoàng Sa and Trường Sa had none (694
-- of 696), nor have the special zones of these names (3,319 of 3,321); the four other island districts without communes had
-- a police post from 1 March to 30 June 2025.
create view territory.office_due with (security_invoker = true) as
select o.id as office_id, greatest(s.valid_from, t.starts) as valid_from, least(s.valid_to, t.ends) as valid_to, s.code,
       case when o.kind = 'police_post' then 'Đồn Công an ' || s.name
            else 'Công an ' || lower(left(s.full_name, 1)) || substr(s.full_name, 2) end as name,
       case when o.kind = 'provincial' then ministry.id
            when o.kind = 'commune' and t.ends = '2025-03-01' and above.level = 'district' then coalesce(district.id, province.id)
            else province.id end as parent_id,
       s.place_id
from territory.office o
join territory.place_state s on s.place_id = o.of_place
join (values ('provincial', '-infinity'::date, 'infinity'::date), ('district', '-infinity', '2025-03-01'), ('police_post', '2025-03-01', '2025-07-01'),
             ('commune', '-infinity', '2025-03-01'), ('commune', '2025-03-01', 'infinity')) t (kind, starts, ends)
     on t.kind = o.kind and greatest(s.valid_from, t.starts) < least(s.valid_to, t.ends)
join territory.office ministry on ministry.kind = 'ministry'
left join territory.place_state above on above.place_id = s.parent_id and above.valid_from <= greatest(s.valid_from, t.starts) and greatest(s.valid_from, t.starts) < above.valid_to
left join territory.office district on district.of_place = above.place_id and district.kind = 'district'
left join territory.office province on province.kind = 'provincial'
     and province.of_place = case above.level when 'province' then above.place_id when 'district' then above.parent_id end;
grant select on territory.office_due to bamcoso_app;
comment on view   territory.office_due is 'The states that offices must have, as the states of their places demand';
comment on column territory.office_due.office_id is 'The office';
comment on column territory.office_due.valid_from is 'First day';
comment on column territory.office_due.valid_to is 'First day on which it no longer holds';
comment on column territory.office_due.code is 'Code of the place';
comment on column territory.office_due.name is 'Proper name made from the name of the place';
comment on column territory.office_due.parent_id is 'The office above it';
comment on column territory.office_due.place_id is 'The place that it serves';

create function territory.align_offices(act int) returns void language plpgsql set client_min_messages = warning set work_mem = '64MB' as $body$
declare
    gone int;
    fresh int;
begin
    insert into territory.office (kind, of_place)
    select case p.level when 'province' then 'provincial' else p.level end, p.id
    from territory.place p
    where p.level <> 'nation'
      and exists (select from territory.place_state s where s.place_id = p.id and (p.level <> 'district' or s.valid_from < '2025-03-01'))
      and not exists (select from territory.place_state s where s.place_id = p.id
                      and (s.level = 'district' and s.code in ('498', '576') or s.kind = 'dac_khu' and s.code in ('20333', '22736')))
      and not exists (select from territory.office o where o.of_place = p.id and o.kind <> 'police_post')
    order by array_position(array['province', 'district', 'commune'], p.level), p.id;
    get diagnostics fresh = row_count;
    if fresh > 1000 then
        perform territory.take_stock();
    end if;
    create temp table if not exists align_due (office_id int, valid_from date, valid_to date, code text, name text, parent_id int, place_id int, primary key (office_id, valid_from));
    truncate align_due;
    insert into align_due select office_id, valid_from, valid_to, code, name, parent_id, place_id from territory.office_due;
    analyze align_due;
    delete from territory.office_state s using territory.office o
    where o.id = s.office_id and o.of_place is not null
      and not exists (select from align_due d
                      where d.office_id = s.office_id and d.valid_from = s.valid_from
                        and d.valid_to = s.valid_to and d.code = s.code and d.name = s.name
                        and d.parent_id is not distinct from s.parent_id and d.place_id is not distinct from s.place_id);
    insert into territory.office_state (office_id, valid_from, valid_to, code, name, parent_id, place_id, act_id)
    select d.office_id, d.valid_from, d.valid_to, d.code, d.name, d.parent_id, d.place_id, act
    from align_due d
    where not exists (select from territory.office_state s where s.office_id = d.office_id and s.valid_from = d.valid_from)
    order by d.office_id, d.valid_from;
    drop table align_due;
    -- an office that stands on no day goes, unless something was already done for it: then it stays, without a day
    for gone in select o.id from territory.office o where o.of_place is not null and not exists (select from territory.office_state s where s.office_id = o.id) loop
        begin
            delete from territory.office o where o.id = gone;
        exception when foreign_key_violation then null;
        end;
    end loop;
end $body$;
comment on function territory.align_offices(int) is 'Founds, renames, moves and ends offices so that they follow their places';
grant execute on function territory.align_offices(int) to bamcoso_app;

create function territory.forget_places(ids int[]) returns void language plpgsql as $body$
declare
    gone int;
begin
    foreach gone in array ids loop
        begin
            delete from territory.place where id = gone;
        exception when foreign_key_violation then null;
        end;
    end loop;
end $body$;
comment on function territory.forget_places(int[]) is 'Removes places that stand on no day, but for those to which something already refers: they stay, without a day';
grant execute on function territory.forget_places(int[]) to bamcoso_app;
