-- The register turns its pages in the order of given names without sorting everybody first.
create index officer_by_name on staffing.officer ((reverse(split_part(reverse(name), ' ', 1))) collate "vi-x-icu", name collate "vi-x-icu", number) where erased_at is null;
-- How many serve is counted from the index alone.
create index officer_serving on staffing.officer (home, left_on) include (field, place_id, user_id) where erased_at is null;
