-- Places of a campaign that will miss their target at the pace of the last two weeks: the program proposes a follow-up, a person decides.
create table campaigns.follow_up (
    id          int generated always as identity primary key,
    campaign_id int      not null references campaigns.campaign,
    raised_on   date     not null,
    accepted    boolean,
    reason      text,
    decided_by  int,
    decided_at  timestamptz,
    draft_id    int      references tasks.task,
    field       smallint not null references access.field,
    home        smallint not null,
    place_id    int      not null references territory.place,
    constraint follow_up_decided check ((accepted is null) = (decided_at is null) and (accepted is null) = (decided_by is null)),
    constraint follow_up_drafted check (accepted is true or draft_id is null)
);
create unique index follow_up_one_open on campaigns.follow_up (campaign_id) where accepted is null;
create index on campaigns.follow_up (campaign_id);
create table campaigns.follow_up_line (
    follow_up_id int      not null references campaigns.follow_up,
    place_id     int      not null references territory.place,
    missing      numeric,
    required     numeric,
    pace         numeric,
    forecast     date,
    field        smallint not null references access.field,
    home         smallint not null,
    primary key (follow_up_id, place_id)
);
call access.protect('campaigns.follow_up');
call access.protect('campaigns.follow_up_line');
grant select, insert on campaigns.follow_up, campaigns.follow_up_line to bamcoso_app;
grant update (accepted, reason, decided_by, decided_at, draft_id) on campaigns.follow_up to bamcoso_app;
comment on table  campaigns.follow_up is 'Follow-ups that the program proposes when places of a campaign will miss their target';
comment on column campaigns.follow_up.id is 'Own number';
comment on column campaigns.follow_up.campaign_id is 'The campaign';
comment on column campaigns.follow_up.raised_on is 'Day on which it was found';
comment on column campaigns.follow_up.accepted is 'What was decided; null while nothing';
comment on column campaigns.follow_up.reason is 'Why it was declined';
comment on column campaigns.follow_up.decided_by is 'Who decided';
comment on column campaigns.follow_up.decided_at is 'When';
comment on column campaigns.follow_up.draft_id is 'The task that it became, first as a draft';
comment on column campaigns.follow_up.field is 'Field of the campaign';
comment on column campaigns.follow_up.home is 'Province of the 63 of the campaign''s area';
comment on column campaigns.follow_up.place_id is 'Area of the campaign as a whole';
comment on table  campaigns.follow_up_line is 'The places that will miss their target, with the numbers that say so';
comment on column campaigns.follow_up_line.follow_up_id is 'The follow-up';
comment on column campaigns.follow_up_line.place_id is 'The place';
comment on column campaigns.follow_up_line.missing is 'What is still to be done';
comment on column campaigns.follow_up_line.required is 'A day, to reach it still';
comment on column campaigns.follow_up_line.pace is 'A day, over the last two weeks';
comment on column campaigns.follow_up_line.forecast is 'Day on which it would be reached; null when nothing moves';
comment on column campaigns.follow_up_line.field is 'Field of the campaign';
comment on column campaigns.follow_up_line.home is 'Province of the 63 of the place';
