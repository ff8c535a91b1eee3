-- Writes one origin for each lot and tells each lot its number.
with made as (
    merge into figures.origin o using (select * from incoming_lot order by lot) s on false
    when not matched then insert (kind, ref, recorded_by, recorded_at, note) values (s.kind, s.ref, access.user_id(), s.known, s.note)
    returning s.lot, o.id
)
update incoming_lot l set origin_id = made.id from made where made.lot = l.lot
