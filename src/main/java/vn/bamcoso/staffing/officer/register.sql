-- Which officers of an area does a text mean, and what do they hold on the day? (homes: provinces of the 63 that the area is made of; null: it is a smaller one)
select o.id, o.number, o.name, o.birth_year, o.sex, o.ethnic_group, o.rank, o.education, o.party_since, o.entered_on, case when o.left_on < 'infinity' then o.left_on end as "left",
       f.name as office, p.title_id, p.valid_from as since,
       (select string_agg(distinct s.name, ', ') from staffing.skill s where s.officer_id = o.id and s.kind = 'language') as languages
from (select * from staffing.officer o
      where (cast(:homes as smallint[]) is null or o.home = any (:homes))
        and (cast(:homes as smallint[]) is not null or o.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within))
        and o.erased_at is null and (cast(:serving as boolean) is null or (o.left_on > :on) = :serving)
        and (:text = '' or o.number = :text or unaccent(lower(o.name)) like '%' || unaccent(lower(:text)) || '%')
      order by reverse(split_part(reverse(o.name), ' ', 1)) collate "vi-x-icu", o.name collate "vi-x-icu", o.number
      limit :limit offset :offset) o
left join staffing.posting p on p.officer_id = o.id and p.kind = 'full' and p.valid_from <= :on and :on < p.valid_to
left join territory.pub_office f on f.office_id = p.office_id and f.valid_from <= :on and :on < f.valid_to
order by reverse(split_part(reverse(o.name), ' ', 1)) collate "vi-x-icu", o.name collate "vi-x-icu", o.number
