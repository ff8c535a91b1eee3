-- What holds on a day is added up for the first pages, campaigns, statements and reviews: from indexes alone.
create index cell_state_day on staffing.cell_state (valid_to, valid_from) include (kind, official, probationary, others, place_id, home, field);
create index auxiliary_count_held on staffing.auxiliary_count (holds_to, as_of)
    include (place_id, home, field, kind, teams, chiefs, chief_women, deputies, deputy_women, members, member_women, taken_over);
drop index staffing.auxiliary_count_day;
create index place_plan_latest on staffing.place_plan (programme_id, place_id, decided_on desc, id desc) include (planned_on, home, field);
drop index staffing.place_plan_programme_id_place_id_decided_on_id_idx;
create index post_held on staffing.post (valid_to, valid_from) include (office_id, place_id, title_id, number, "least", composition_id, home, field);
drop index staffing.post_day;
-- Spans without an officer reach no goal.
create index strength_reached on staffing.strength (most_before) include (place_id, valid_from, chiefs, deputies, members, home, field) where chiefs + deputies + members > 0;
drop index staffing.strength_first;
