-- What stands on a day is found by its last day, newest first: nearly every page asks about today.
create index place_state_day on territory.place_state (level, valid_to, valid_from);
create index office_state_day on territory.office_state (valid_to, valid_from);

-- That no two states of one place overlap is kept by GiST indexes. By their first column the planner took them for finding a
-- place as well, where they cost five times the primary key: so they name an expression that nobody asks for.
alter table territory.place_state drop constraint place_state_no_overlap,
    add constraint place_state_no_overlap exclude using gist ((place_id + 0) with =, daterange(valid_from, valid_to) with &&);
alter table territory.office_state drop constraint office_state_no_overlap,
    add constraint office_state_no_overlap exclude using gist ((office_id + 0) with =, daterange(valid_from, valid_to) with &&);
