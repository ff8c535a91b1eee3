-- The spans of a day are found by both its ends: in a year with many moves a commune has a dozen spans, of which one is asked for.
create index strength_day on staffing.strength (home, year, valid_to, valid_from);
