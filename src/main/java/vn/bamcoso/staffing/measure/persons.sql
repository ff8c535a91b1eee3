-- Of the holders of full posts in communes on a day: how many have each attribute? Postings and attributes as known at a moment.
with held as (
    select officer_id, place_id from staffing.posting
    where home = any (:homes::smallint[]) and kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and (cast(:known as timestamptz) is null or known_from <= :known)
    union all
    select officer_id, place_id from staffing.posting_past
    where cast(:known as timestamptz) is not null and home = any (:homes::smallint[]) and kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and known_from <= :known and :known < known_to)
select h.place_id, count(*) filter (where o.sex = 'f')::int as women,
       count(*) filter (where o.ethnic_group <> 'Kinh')::int as minority,
       count(*) filter (where o.party_since <= :on)::int as party,
       count(*) filter (where o.rank in ('thieu_ta', 'trung_ta', 'thuong_ta', 'dai_ta'))::int as field_rank,
       count(*) filter (where o.rank in ('thieu_uy', 'trung_uy', 'thuong_uy', 'dai_uy'))::int as company_rank
from held h join staffing.officer_on(:on, cast(:known as timestamptz)) o on o.officer_id = h.officer_id
group by h.place_id
