-- Who reaches the age of service soon is found by rank, sex and year of birth, not by walking through all officers.
create index officer_age on staffing.officer (rank, sex, birth_year, left_on);

-- As in territory: the indexes that keep postings and Party cells from overlapping are not there for finding them.
alter table staffing.posting drop constraint posting_full_no_overlap,
    add constraint posting_full_no_overlap exclude using gist ((officer_id + 0) with =, daterange(valid_from, valid_to) with &&) where (kind = 'full');
alter table staffing.cell_state drop constraint cell_state_no_overlap,
    add constraint cell_state_no_overlap exclude using gist ((place_id + 0) with =, daterange(valid_from, valid_to) with &&);
