-- Which places are there, in which states, and which became which?
update load_unit set valid_from = coalesce(valid_from, '-infinity'), valid_to = coalesce(valid_to, 'infinity');
create index on load_unit (level, code);
analyze load_unit;

-- versions of a unit that are one and the same place
insert into load_same
select o.id, n.id
from load_lineage l
join load_unit o on o.level = left(l.old, 1) and o.code = substr(l.old, 2) and o.valid_to = l.day
join load_unit n on n.level = left(l.new, 1) and n.code = substr(l.new, 2) and n.valid_from = l.day
where l.relation like 'continued%' or l.relation in ('unchanged', 'renamed_or_retyped', 'recoded');
insert into territory.place (level, home) values ('nation', 0);
insert into territory.place_state (place_id, valid_from, valid_to, level, code, kind, name, full_name, from_quality)
select id, '-infinity', 'infinity', 'nation', 'VN', 'quoc_gia', 'Việt Nam', 'Toàn quốc', 'baseline' from territory.place;

create temp table load_root on commit drop as
with recursive line as (
    select u.id as root, u.id as unit from load_unit u where not exists (select from load_same s where s.new = u.id)
    union all
    select line.root, s.new from line join load_same s on s.old = line.unit
)
select root, unit from line;
-- the province of the 63: through the district before 1 July 2025, through a predecessor after it
create temp table load_home on commit drop as
with old as (
    select u.id, coalesce(d.parent, case u.level when 'P' then u.code else u.parent end)::smallint as home
    from load_unit u
    left join load_unit d on u.level = 'C' and d.level = 'D' and d.code = u.parent and d.valid_from <= u.valid_from and u.valid_from < d.valid_to
    where u.valid_from < '2025-07-01' or u.level = 'P'
)
select id, home from old
union all
select n.id, min(old.home)
from load_unit n
join load_lineage l on left(l.new, 1) = n.level and substr(l.new, 2) = n.code and l.day = n.valid_from
join load_unit o on o.level = left(l.old, 1) and o.code = substr(l.old, 2) and o.valid_to = l.day
join old on old.id = o.id
where n.valid_from >= '2025-07-01' and n.level = 'C'
group by n.id;
with made as (
    merge into territory.place p
    using (select r.root, case u.level when 'P' then 'province' when 'D' then 'district' else 'commune' end as level, h.home
           from (select distinct root from load_root) r join load_unit u on u.id = r.root join load_home h on h.id = r.root
           order by array_position(array['P', 'D', 'C'], u.level), r.root) s
    on false
    when not matched then insert (level, home) values (s.level, s.home)
    returning s.root, p.id
)
insert into load_place select r.unit, made.id from load_root r join made on made.root = r.root;
analyze load_place;
select territory.take_stock();

insert into territory.place_state (place_id, valid_from, valid_to, level, code, kind, name, full_name, parent_id, from_quality, resolution)
select p.place_id, u.valid_from, u.valid_to,
       case u.level when 'P' then 'province' when 'D' then 'district' else 'commune' end, u.code, u.kind, u.name,
       case u.kind when 'tinh' then 'Tỉnh' when 'huyen' then 'Huyện' when 'quan' then 'Quận' when 'thi_xa' then 'Thị xã' when 'xa' then 'Xã'
                   when 'phuong' then 'Phường' when 'thi_tran' then 'Thị trấn' when 'dac_khu' then 'Đặc khu' else 'Thành phố' end || ' ' || u.name,
       coalesce(pp.place_id, (select id from territory.place where level = 'nation')),
       case u.from_quality when 'e' then 'exact' when 'n' then 'no_later_than' else 'baseline' end,
       r.resolution
from load_unit u
left join (select new, day, min(resolution) as resolution from load_lineage group by new, day) r
       on r.new = u.level || u.code and r.day = u.valid_from
join load_place p on p.unit = u.id
left join load_unit parent on parent.level = case length(u.parent) when 2 then 'P' when 3 then 'D' end and parent.code = u.parent
                          and parent.valid_from <= u.valid_from and u.valid_from < parent.valid_to
left join load_place pp on pp.unit = parent.id
order by p.place_id, u.valid_from;

insert into territory.lineage (day, old_id, new_id, share, relation, basis, confidence, resolution, evidence)
select l.day, op.place_id, np.place_id, l.share, l.relation, l.basis, l.confidence, l.resolution, l.evidence
from load_lineage l
join load_unit o on o.level = left(l.old, 1) and o.code = substr(l.old, 2) and o.valid_from < l.day and l.day <= o.valid_to
join load_place op on op.unit = o.id
left join load_unit n on n.level = left(l.new, 1) and n.code = substr(l.new, 2) and n.valid_from <= l.day and l.day < n.valid_to
left join load_place np on np.unit = n.id
where op.place_id is distinct from np.place_id
order by l.day, op.place_id, np.place_id;

insert into territory.attribute
select s.place_id, a.name, a.value, coalesce(a.valid_from, '-infinity'), coalesce(a.valid_to, 'infinity'), a.source
from load_attribute a
join territory.place_state s on upper(left(s.level, 1)) || s.code = split_part(a.place, '@', 1)
                            and s.valid_from <= split_part(a.place, '@', 2)::date and split_part(a.place, '@', 2)::date < s.valid_to;
select territory.take_stock();
