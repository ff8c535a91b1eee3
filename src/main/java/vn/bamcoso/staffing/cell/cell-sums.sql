-- In how many cells of each kind are the police of communes on a day, with how many members, by province of the 63 and kind of commune, as known now?
select c.home, p.kind in ('xa', 'thi_tran') as programme, count(*)::int as n,
       count(*) filter (where c.kind = 'own')::int as party_cells, count(*) filter (where c.kind = 'joint')::int as party_cells_joint, count(*) filter (where c.kind = 'attached')::int as party_cells_attached,
       coalesce(sum(c.official + c.probationary) filter (where c.kind in ('own', 'joint')), 0)::int as party_cell_police, sum(c.others)::int as party_cell_others
from staffing.cell_state c
join territory.pub_standing p on p.place_id = c.place_id and p.valid_from <= :on and :on < p.valid_to
where c.valid_from <= :on and c.valid_to > :on
group by 1, 2
