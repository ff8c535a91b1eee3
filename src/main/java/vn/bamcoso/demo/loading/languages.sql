-- Which languages are spoken in the communes of the demonstration? Provinces' main ethnic languages, spread over their communes by chance; invented, and marked so.
insert into territory.attribute (place_id, name, value, valid_from, valid_to, source)
select c.place_id, 'language', l.language, date '2018-01-01', date 'infinity', 'Dữ liệu minh họa: theo các dân tộc chính của tỉnh'
from (values (2, array['Mông', 'Tày', 'Dao']), (4, array['Tày', 'Nùng']), (6, array['Tày', 'Dao']), (8, array['Tày', 'Dao']), (10, array['Mông', 'Tày']), (11, array['Thái', 'Mông']),
             (12, array['Thái', 'Mông']), (14, array['Thái', 'Mông']), (15, array['Tày', 'Dao']), (17, array['Mường']), (20, array['Tày', 'Nùng']), (62, array['Xơ Đăng', 'Ba Na']),
             (64, array['Ba Na']), (66, array['Ê Đê']), (84, array['Khmer']), (94, array['Khmer'])) p(home, languages)
join (select distinct place_id, home from territory.pub_place where level = 'commune' and valid_to > '2018-01-01') c on c.home = p.home
cross join lateral unnest(p.languages) with ordinality l(language, n)
where abs(hashint4(c.place_id)) % cardinality(p.languages) = l.n - 1 or abs(hashint4(c.place_id * 31 + l.n::int)) % 10 < 3
union all
select c.place_id, 'language', b.language, date '2018-01-01', date 'infinity', 'Dữ liệu minh họa: nước giáp biên'
from (values (2, 'Trung Quốc'), (4, 'Trung Quốc'), (20, 'Trung Quốc'), (11, 'Lào'), (40, 'Lào'), (62, 'Lào'), (72, 'Khmer'), (80, 'Khmer')) b(home, language)
join (select distinct place_id, home from territory.pub_place where level = 'commune' and valid_to > '2018-01-01') c on c.home = b.home
where abs(hashint4(c.place_id * 17)) % 12 = 0
