-- Which police units serve these places? Provincial police follow their province; district police ended on 28 February
-- 2025; commune police stood under the district until then and stand under the province since. The districts Hoàng Sa and
-- Trường Sa had none (694 of 696), nor have the special zones of these names (3,319 of 3,321); the four other island
-- districts without communes had a police post from 1 March to 30 June 2025.
create temp table load_office (place_id int, kind text, office_id int) on commit drop;
with made as (
    merge into territory.office o
    using (select 'ministry' as kind, n.id as place_id from territory.place n where level = 'nation') s on false
    when not matched then insert (kind) values (s.kind) returning s.place_id, s.kind, o.id
)
insert into load_office select * from made;
insert into territory.office_state (office_id, valid_from, valid_to, code, name, place_id)
select office_id, '-infinity', 'infinity', 'BCA', 'Bộ Công an', place_id from load_office;
with made as (
    merge into territory.office o using (select * from load_department order by code) s on false
    when not matched then insert (kind) values ('department') returning o.id, s.code, s.name
)
insert into territory.office_state (office_id, valid_from, valid_to, code, name, parent_id, place_id)
select made.id, '-infinity', 'infinity', made.code, made.name, m.office_id, m.place_id
from made cross join load_office m where m.kind = 'ministry';

with made as (
    merge into territory.office o
    using (
        select p.id as place_id, case p.level when 'province' then 'provincial' else p.level end as kind
        from territory.place p
        where p.level <> 'nation'
          and not exists (select from territory.place_state s where s.place_id = p.id
                          and (s.level = 'district' and s.code in ('498', '576') or s.level = 'commune' and s.code in ('20333', '22736') and s.kind = 'dac_khu'))
        union all
        select s.place_id, 'police_post' from territory.place_state s
        where s.level = 'district' and s.code in ('318', '471', '536', '755') and s.valid_to = '2025-07-01'
        order by kind desc, place_id
    ) s on false
    when not matched then insert (kind) values (s.kind) returning s.place_id, s.kind, o.id
)
insert into load_office select * from made;
create index on load_office (place_id);
analyze load_office;
select territory.take_stock();

insert into territory.office_state (office_id, valid_from, valid_to, code, name, parent_id, place_id)
select o.office_id, greatest(s.valid_from, t.starts), least(s.valid_to, t.ends), s.code,
       case when o.kind = 'police_post' then 'Đồn Công an ' || s.name
            else 'Công an ' || lower(left(s.full_name, 1)) || substr(s.full_name, 2) end,
       case when o.kind = 'provincial' then ministry.office_id
            when o.kind = 'commune' and t.ends = '2025-03-01' and above.level = 'district' then coalesce(district.office_id, province.office_id)
            else province.office_id end,
       s.place_id
from load_office o
join territory.place_state s on s.place_id = o.place_id
join (values ('provincial', '-infinity'::date, 'infinity'::date), ('district', '-infinity', '2025-03-01'), ('police_post', '2025-03-01', '2025-07-01'),
             ('commune', '-infinity', '2025-03-01'), ('commune', '2025-03-01', 'infinity')) t (kind, starts, ends)
     on t.kind = o.kind and greatest(s.valid_from, t.starts) < least(s.valid_to, t.ends)
join load_office ministry on ministry.kind = 'ministry'
left join territory.place_state above on above.place_id = s.parent_id and above.valid_from <= s.valid_from and s.valid_from < above.valid_to
left join load_office district on district.place_id = above.place_id and district.kind = 'district'
left join load_office province on province.kind = 'provincial'
     and province.place_id = case above.level when 'province' then above.place_id when 'district' then above.parent_id end
order by o.office_id, 2;
select territory.take_stock();
