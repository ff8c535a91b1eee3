-- When an office ends with a restructuring, the grants at it go on at the successor; those without one lapse and are listed.
create table identity.handover (
    act_id     int not null references territory.act,
    grant_id   int not null references identity.user_grant,
    new_grant_id int references identity.user_grant,
    role       text not null references identity.role,
    new_role   text references identity.role,
    taken_back boolean not null default false,
    at         timestamptz not null,
    primary key (act_id, grant_id),
    constraint handover_role check ((new_role is null) = (new_grant_id is null))
);
create index on identity.handover (grant_id);
create index on identity.handover (new_grant_id);
comment on table  identity.handover is 'What became of each grant at an office that a restructuring ended';
comment on column identity.handover.act_id is 'The restructuring';
comment on column identity.handover.grant_id is 'The grant at the ended office';
comment on column identity.handover.new_grant_id is 'The grant at the successor; null when there is none, and an administrator decides';
comment on column identity.handover.role is 'Role at the ended office';
comment on column identity.handover.new_role is 'Role at the successor: one chief stays chief, others become deputies';
comment on column identity.handover.taken_back is 'Whether the act was withdrawn';
comment on column identity.handover.at is 'When';
grant select, insert on identity.handover to bamcoso_app;
grant update (taken_back) on identity.handover to bamcoso_app;
