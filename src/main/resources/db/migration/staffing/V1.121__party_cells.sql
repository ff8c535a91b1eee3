-- Party cells of commune police: which cell the police of a commune belong to, on any day, with counts of members.
create table staffing.cell_state (
    id          bigint generated always as identity primary key,
    kind        text not null check (kind in ('own', 'joint', 'attached', 'none')),
    valid_from  date not null,
    valid_to    date not null,
    official    smallint not null default 0 check (official >= 0),
    probationary smallint not null default 0 check (probationary >= 0),
    others      smallint not null default 0 check (others >= 0),
    with_whom   text,
    reason      text not null check (reason in ('founded', 'attached', 'joined', 'members', 'ended', 'merger', 'begun')),
    decision    text,
    decided_on  date,
    recorded_by int not null,
    recorded_at timestamptz not null,
    field       smallint not null default 2 check (field = 2),
    home        smallint not null,
    place_id    int not null references territory.place,
    constraint cell_state_days check (valid_from <= valid_to),
    constraint cell_state_others check (others = 0 or kind in ('own', 'joint')),
    constraint cell_state_no_overlap exclude using gist ((place_id + 0) with =, daterange(valid_from, valid_to) with &&)
);
create index on staffing.cell_state (kind, valid_to, valid_from) include (place_id, home, field);
comment on table  staffing.cell_state is 'In which Party cell the police of a commune are, in a span of days; members as counts, never by name';
comment on column staffing.cell_state.id is 'Number of the row';
comment on column staffing.cell_state.kind is 'own (chi bộ Công an), joint (chi bộ ghép), attached (sinh hoạt ghép tại chi bộ khác), none (chưa có)';
comment on column staffing.cell_state.valid_from is 'First day';
comment on column staffing.cell_state.valid_to is 'First day on which it no longer holds';
comment on column staffing.cell_state.official is 'Official members who are regular police';
comment on column staffing.cell_state.probationary is 'Probationary members who are regular police';
comment on column staffing.cell_state.others is 'Members who are not police, where the cell has such';
comment on column staffing.cell_state.with_whom is 'With which cell it is joined, or to which it is attached';
comment on column staffing.cell_state.reason is 'founded, attached, joined, members (other counts), ended, merger (of the commune), begun (first police there)';
comment on column staffing.cell_state.decision is 'Number and sign of the decision of the Party committee';
comment on column staffing.cell_state.decided_on is 'Day of that decision';
comment on column staffing.cell_state.recorded_by is 'identity.app_user.id; 0 the program';
comment on column staffing.cell_state.recorded_at is 'When it was entered';
comment on column staffing.cell_state.field is 'Field of work: Party';
comment on column staffing.cell_state.home is 'Province of the 63';
comment on column staffing.cell_state.place_id is 'The commune';

call access.protect('staffing.cell_state');
grant select, insert on staffing.cell_state to bamcoso_app;
grant update (valid_to) on staffing.cell_state to bamcoso_app;
