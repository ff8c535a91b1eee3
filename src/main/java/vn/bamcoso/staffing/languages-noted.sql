-- Which languages are noted of places on a day?
select a.place_id, a.value as language, a.valid_from, case when a.valid_to < 'infinity' then a.valid_to end as valid_to, a.source
from territory.pub_attribute a
where a.name = 'language' and a.valid_from <= :on and :on < a.valid_to
order by a.value collate "vi-x-icu"
