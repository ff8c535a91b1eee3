-- Scans of signed reports, each bound to what was frozen.
create table reporting.signed_copy (
    id            bigint generated always as identity primary key,
    submission_id bigint   not null,
    revision      smallint not null,
    field         smallint not null,
    home          smallint not null,
    place_id      int      not null,
    name          text     not null,
    media         text     not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
    content       bytea    not null,
    sha256        bytea    not null,
    frozen        bytea    not null,
    signature     text     not null check (signature in ('none', 'sound', 'added_to', 'broken', 'unknown')),
    signer        text,
    kept_by       int      not null,
    kept_at       timestamptz not null,
    foreign key (submission_id, revision) references reporting.revision,
    constraint signed_copy_once unique (submission_id, revision, sha256)
);
call access.protect('reporting.signed_copy');
grant select, insert on reporting.signed_copy to bamcoso_app;
comment on table  reporting.signed_copy is 'Scans of printed and signed reports, or PDFs signed digitally; never changed';
comment on column reporting.signed_copy.id is 'Number';
comment on column reporting.signed_copy.submission_id is 'The report';
comment on column reporting.signed_copy.revision is 'The sending that was printed';
comment on column reporting.signed_copy.field is 'As in the report';
comment on column reporting.signed_copy.home is 'As in the report';
comment on column reporting.signed_copy.place_id is 'As in the report';
comment on column reporting.signed_copy.name is 'Name of the file';
comment on column reporting.signed_copy.media is 'What kind of file it is, told by its content';
comment on column reporting.signed_copy.content is 'The file as it came';
comment on column reporting.signed_copy.sha256 is 'SHA-256 of the file';
comment on column reporting.signed_copy.frozen is 'SHA-256 of the sending that it belongs to, as printed in its foot';
comment on column reporting.signed_copy.signature is 'Digital signature in a PDF: none; sound: the whole file as signed; added_to: sound, with parts added after signing; broken; unknown: of a kind that is not read';
comment on column reporting.signed_copy.signer is 'Subject of the signer''s certificate';
comment on column reporting.signed_copy.kept_by is 'User who brought it';
comment on column reporting.signed_copy.kept_at is 'When';
