-- How many official Party members are posted to each commune on a day, by the records of the officers?
select place_id, official from staffing.commune_members where valid_from <= :on and :on < valid_to and (:place = 0 or place_id = :place)
