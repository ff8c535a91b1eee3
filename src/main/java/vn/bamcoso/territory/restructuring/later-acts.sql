-- Which acts committed after this one stand on the same places?
with mine as (
    select a.committed_at, jsonb_array_elements_text(a.undo -> 'places' || (a.undo -> 'founded')) as place from territory.act a where a.id = :act
)
select distinct coalesce(b.number, b.title)
from territory.act b, jsonb_array_elements_text(b.undo -> 'places' || (b.undo -> 'founded')) p
join mine on mine.place = p
where b.id <> :act and b.committed_at >= mine.committed_at and b.withdrawn_at is null
order by 1
