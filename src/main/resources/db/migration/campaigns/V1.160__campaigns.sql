-- Campaigns: what is to be reached by when, who was given how much of it; and schemes over years with many targets.
create schema campaigns;
grant usage on schema campaigns to bamcoso_app;

create table campaigns.campaign (
    id          int generated always as identity primary key,
    code        text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    kind        text not null check (kind in ('campaign', 'scheme')),
    name_vi     text not null check (name_vi <> ''),
    name_en     text not null check (name_en <> ''),
    about_vi    text not null,
    about_en    text not null,
    field       smallint not null references access.field,
    place_id    int not null references territory.place,
    first_day   date not null,
    deadline    date not null,
    assigned_by text not null check (assigned_by <> ''),
    document    text,
    denominator text not null check (denominator in ('eligible', 'present', 'unstated')),
    opened_by   int not null,
    opened_at   timestamptz not null,
    constraint campaign_days check (first_day < deadline)
);
create table campaigns.goal (
    id          int generated always as identity primary key,
    campaign_id int not null references campaigns.campaign,
    position    smallint not null,
    name_vi     text not null check (name_vi <> ''),
    name_en     text not null check (name_en <> ''),
    indicator   text references figures.indicator (code),
    unit_vi     text not null,
    unit_en     text not null,
    reported    text check (reported in ('met', 'exceeded', 'met_or_exceeded', 'not_met')),
    source      text,
    constraint goal_once unique (campaign_id, position),
    constraint goal_sourced check (reported is null or source is not null)
);
create table campaigns.quota (
    id          bigint generated always as identity primary key,
    goal_id     int not null references campaigns.goal,
    field       smallint not null references access.field,
    home        smallint not null,
    place_id    int not null references territory.place,
    revision    smallint not null check (revision > 0),
    value       numeric check (value >= 0),
    deadline    date not null,
    assigner    text not null check (assigner <> ''),
    basis       text not null check (basis in ('typed', 'population', 'pace', 'equal', 'published')),
    reason      text,
    assigned_by int not null,
    assigned_at timestamptz not null,
    constraint quota_once unique (goal_id, place_id, revision),
    constraint quota_revised check (revision = 1 or reason is not null)
);
call access.protect('campaigns.quota');
grant select, insert on campaigns.campaign, campaigns.goal, campaigns.quota to bamcoso_app;

comment on schema campaigns is 'Targets against actuals';
comment on table  campaigns.campaign is 'Campaigns (chiến dịch) and schemes over years (Đề án): orders that everybody concerned reads; what they count are figures';
comment on column campaigns.campaign.id is 'Number of the campaign';
comment on column campaigns.campaign.code is 'Stable name used in addresses and over HTTP';
comment on column campaigns.campaign.kind is 'campaign: one target counted day by day; scheme: several targets over years';
comment on column campaigns.campaign.name_vi is 'Vietnamese name';
comment on column campaigns.campaign.name_en is 'English name';
comment on column campaigns.campaign.about_vi is 'What it is for, in Vietnamese';
comment on column campaigns.campaign.about_en is 'What it is for, in English';
comment on column campaigns.campaign.field is 'Field of work';
comment on column campaigns.campaign.place_id is 'The area as a whole: the nation, or the province that runs it';
comment on column campaigns.campaign.first_day is 'First day that counts';
comment on column campaigns.campaign.deadline is 'Last day that counts; a place may have been given another';
comment on column campaigns.campaign.assigned_by is 'Who set the target, as in the document';
comment on column campaigns.campaign.document is 'The document that orders it; null when none is known';
comment on column campaigns.campaign.denominator is 'Of whom the target is: all who are eligible, those of them who are present, or not stated';
comment on column campaigns.campaign.opened_by is 'identity.app_user.id; 0 the program itself';
comment on column campaigns.campaign.opened_at is 'When it was entered';
comment on table  campaigns.goal is 'Targets of a campaign (chỉ tiêu, mục tiêu): one for a campaign, many for a scheme';
comment on column campaigns.goal.id is 'Number of the goal';
comment on column campaigns.goal.campaign_id is 'The campaign';
comment on column campaigns.goal.position is 'Order from 1';
comment on column campaigns.goal.name_vi is 'Vietnamese words of the target';
comment on column campaigns.goal.name_en is 'English words of the target';
comment on column campaigns.goal.indicator is 'Indicator whose cumulative figures are held against it; null when none counts it';
comment on column campaigns.goal.unit_vi is 'Vietnamese unit of measure';
comment on column campaigns.goal.unit_en is 'English unit of measure';
comment on column campaigns.goal.reported is 'What a review reported where the system has no value: met, exceeded, met_or_exceeded where it does not say which, not_met';
comment on column campaigns.goal.source is 'Where that was reported';
comment on table  campaigns.quota is 'What a place was given of a goal. Never changed: a revision is a new row with a reason, the old ones stay';
comment on column campaigns.quota.id is 'Number of the row';
comment on column campaigns.quota.goal_id is 'The goal';
comment on column campaigns.quota.field is 'Field of work of the campaign';
comment on column campaigns.quota.home is 'Province of the 63 in which the place lies; 0 the nation';
comment on column campaigns.quota.place_id is 'The place that was given it';
comment on column campaigns.quota.revision is 'First 1; the greatest holds';
comment on column campaigns.quota.value is 'How much; null when a target was set and its value is unknown';
comment on column campaigns.quota.deadline is 'Last day for this place';
comment on column campaigns.quota.assigner is 'Who gave it, in words';
comment on column campaigns.quota.basis is 'How it was cut: typed, by population, by the pace of the past, equally, or as published';
comment on column campaigns.quota.reason is 'Why it was revised; null for the first';
comment on column campaigns.quota.assigned_by is 'identity.app_user.id; 0 the program itself';
comment on column campaigns.quota.assigned_at is 'When';
