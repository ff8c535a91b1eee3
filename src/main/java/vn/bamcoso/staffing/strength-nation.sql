-- Which communes does the nation have on a day? Each stands for itself on the map of that day.
select place_id, place_id as ancestor_id from territory.pub_place where level = 'commune' and valid_from <= :on and :on < valid_to
