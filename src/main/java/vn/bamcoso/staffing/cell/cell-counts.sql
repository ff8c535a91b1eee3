-- In how many cells of each kind are the police of communes on a day, by province of the 63, with how many members? The same communes as in cells.sql.
select n.home, coalesce(c.kind, 'unknown') as kind, count(*)::int as places, coalesce(sum(c.official + c.probationary), 0)::int as police, coalesce(sum(c.others), 0)::int as others
from territory.pub_place n
left join staffing.commune_strength s on s.place_id = n.place_id and s.year = staffing.year_of(:on) and s.valid_from <= :on and :on < s.valid_to
left join staffing.cell_state c on c.place_id = n.place_id and c.valid_from <= :on and :on < c.valid_to
where n.level = 'commune' and n.valid_from <= :on and :on < n.valid_to and (c.id is not null or s.officers > 0 and n.kind <> 'phuong')
group by 1, 2
