-- How many holders of full posts in communes have each value of an attribute on a day, as known at a moment: by province of the 63, or commune by commune? (homes: provinces of the 63)
select h.home, h.place, case :by when 'sex' then o.sex when 'rank' then o.rank when 'education' then o.education when 'ethnic' then o.ethnic_group
       else case when o.party_since <= :on then 'member' else 'none' end end as value, count(*)::int as n
from (select officer_id, home, case when :sums then 0 else place_id end as place from staffing.posting
      where home = any (:homes::smallint[]) and kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and known_from <= coalesce(:known::timestamptz, 'infinity')
      union all
      select officer_id, home, case when :sums then 0 else place_id end from staffing.posting_past
      where home = any (:homes::smallint[]) and kind = 'full' and title_id in (1, 2, 3) and valid_from <= :on and valid_to > :on and known_from <= :known::timestamptz and known_to > :known::timestamptz) h
join staffing.officer_on(:on, :known::timestamptz) o on o.officer_id = h.officer_id
group by 1, 2, 3
