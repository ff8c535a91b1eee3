-- Places of a campaign that will miss their target at the pace of the last two weeks: these are the lines
-- of the follow-up that the program proposes (tasks.follow_up).
create table campaigns.follow_up_line (
    follow_up_id int      not null references tasks.follow_up,
    place_id     int      not null references territory.place,
    missing      numeric,
    required     numeric,
    pace         numeric,
    forecast     date,
    field        smallint not null references access.field,
    home         smallint not null,
    primary key (follow_up_id, place_id)
);
call access.protect('campaigns.follow_up_line');
grant select, insert on campaigns.follow_up_line to bamcoso_app;
comment on table  campaigns.follow_up_line is 'The places that will miss their target, with the numbers that say so';
comment on column campaigns.follow_up_line.follow_up_id is 'The follow-up';
comment on column campaigns.follow_up_line.place_id is 'The place';
comment on column campaigns.follow_up_line.missing is 'What is still to be done';
comment on column campaigns.follow_up_line.required is 'A day, to reach it still';
comment on column campaigns.follow_up_line.pace is 'A day, over the last two weeks';
comment on column campaigns.follow_up_line.forecast is 'Day on which it would be reached; null when nothing moves';
comment on column campaigns.follow_up_line.field is 'Field of the campaign';
comment on column campaigns.follow_up_line.home is 'Province of the 63 of the place';
