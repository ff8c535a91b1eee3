-- Files that go along with a report: tables and texts, looked through at the edge.
create table reporting.attachment (
    id            bigint generated always as identity primary key,
    submission_id bigint   not null references reporting.submission,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    name          text     not null,
    content       bytea    not null,
    sha256        bytea    not null,
    added_by      int      not null,
    added_at      timestamptz not null,
    removed_by    int,
    removed_at    timestamptz,
    constraint attachment_removed check ((removed_by is null) = (removed_at is null))
);
create unique index attachment_once on reporting.attachment (submission_id, sha256) where removed_at is null;
call access.protect('reporting.attachment');
grant select, insert, update (removed_by, removed_at) on reporting.attachment to bamcoso_app;
comment on table  reporting.attachment is 'Files that go along with a report; one that was taken away stays readable in the trail''s sense: its row remains';
comment on column reporting.attachment.id is 'Number';
comment on column reporting.attachment.submission_id is 'The report';
comment on column reporting.attachment.field is 'As in the report';
comment on column reporting.attachment.home is 'As in the report';
comment on column reporting.attachment.place_id is 'As in the report';
comment on column reporting.attachment.name is 'Name of the file';
comment on column reporting.attachment.content is 'The file as it came';
comment on column reporting.attachment.sha256 is 'SHA-256 of the file';
comment on column reporting.attachment.added_by is 'User who added it';
comment on column reporting.attachment.added_at is 'When';
comment on column reporting.attachment.removed_by is 'User who took it away; null while it stands';
comment on column reporting.attachment.removed_at is 'When';
