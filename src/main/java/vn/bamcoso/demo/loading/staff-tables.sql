create temp table staff_officer (no int, number text, name text, birth_year smallint, sex text, ethnic_group text, rank text, education text, party_since date,
    home_commune int, entered_on date, left_on date, left_reason text, language text, level int) on commit drop;
create temp table staff_step (no int, site "char", place_id int, title_id smallint, valid_from date, valid_to date, reason text, source "char", source_place int) on commit drop;
create temp table staff_key (place_id int primary key) on commit drop
