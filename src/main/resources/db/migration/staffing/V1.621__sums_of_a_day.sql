-- Cells of a day are added up for the first pages, campaigns, statements and reviews: from an index alone.
create index cell_state_day on staffing.cell_state (valid_to, valid_from) include (kind, official, probationary, others, place_id, home, field);
