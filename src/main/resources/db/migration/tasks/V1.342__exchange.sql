-- What came and went between organisations as edXML files: documents with their deadline, the states that go back, and files that could not be read.
create table tasks.exchange (
    id           bigint generated always as identity primary key,
    direction    text     not null check (direction in ('in', 'out')),
    kind         text     not null check (kind in ('letter', 'state', 'bad')),
    status       text     not null check (status in ('waiting', 'registered', 'refused', 'recalled', 'noted', 'set_aside', 'queued', 'writing', 'sent')),
    file         text     not null,
    sha256       bytea,
    partner      text     not null default '',
    partner_name text     not null default '',
    document_id  text     not null default '',
    number       text     not null default '',
    notation     text     not null default '',
    subject      text     not null default '',
    signer       text     not null default '',
    due          date,
    steering     text,
    code         text     check (code ~ '^[0-9]{2}$'),
    description  text     not null default '',
    problem_vi   text,
    problem_en   text,
    letter_id    bigint   references tasks.exchange,
    directive_id int      references tasks.directive,
    recall       text     check (recall in ('asked', 'agreed', 'refused')),
    decided_by   int,
    decided_at   timestamptz,
    at           timestamptz not null,
    field        smallint not null references access.field,
    home         smallint not null,
    place_id     int      not null references territory.place,
    constraint exchange_bad check ((kind = 'bad') = (status = 'set_aside') and (kind = 'bad') = (problem_vi is not null)),
    constraint exchange_state check ((kind = 'state') = (code is not null)),
    constraint exchange_registered check (directive_id is null or direction = 'out' or status in ('registered', 'recalled'))
);
create unique index exchange_letter_out_once on tasks.exchange (partner, directive_id) where direction = 'out' and kind = 'letter';
create unique index exchange_letter_out_id on tasks.exchange (partner, document_id) where direction = 'out' and kind = 'letter';
create unique index exchange_letter_once on tasks.exchange (partner, document_id) where direction = 'in' and kind = 'letter';
create unique index exchange_state_in_once on tasks.exchange (letter_id, code) where direction = 'in' and kind = 'state';
create unique index exchange_state_out_once on tasks.exchange (letter_id, code) where direction = 'out';
create index on tasks.exchange (at desc, id desc);
create index on tasks.exchange (directive_id) where directive_id is not null;
call access.protect('tasks.exchange');
grant select, insert, update (status, directive_id, recall, decided_by, decided_at, file) on tasks.exchange to bamcoso_app;
comment on table  tasks.exchange is 'Messages exchanged with other organisations, each once';
comment on column tasks.exchange.id is 'Own number';
comment on column tasks.exchange.direction is 'in or out';
comment on column tasks.exchange.kind is 'letter: a document; state: how far the work on one has come; bad: a file that was set aside';
comment on column tasks.exchange.status is 'Of a document waiting (for the clerk), registered, refused, recalled; of a state noted, queued, writing, sent; of a bad file set_aside';
comment on column tasks.exchange.file is 'Name of the file';
comment on column tasks.exchange.sha256 is 'Hash of the file that came';
comment on column tasks.exchange.partner is 'Code of the other organisation (Decision 20/2020)';
comment on column tasks.exchange.partner_name is 'Its name as it gave it';
comment on column tasks.exchange.document_id is 'The document''s identity at its sender';
comment on column tasks.exchange.number is 'Number of the document';
comment on column tasks.exchange.notation is 'Its symbol';
comment on column tasks.exchange.subject is 'What it is about';
comment on column tasks.exchange.signer is 'Who signed, with competence and position';
comment on column tasks.exchange.due is 'The deadline that came with it';
comment on column tasks.exchange.steering is 'The standard''s number for the kind of direction';
comment on column tasks.exchange.code is 'Code of a state, 01 to 16';
comment on column tasks.exchange.description is 'Words that go with a state';
comment on column tasks.exchange.problem_vi is 'Why the file was set aside, in Vietnamese';
comment on column tasks.exchange.problem_en is 'The same in English';
comment on column tasks.exchange.letter_id is 'The document that a state is about';
comment on column tasks.exchange.directive_id is 'The directive as which it was registered';
comment on column tasks.exchange.recall is 'The sender asked to have it back; what was answered';
comment on column tasks.exchange.decided_by is 'Who registered, refused, or decided about the recall';
comment on column tasks.exchange.decided_at is 'When';
comment on column tasks.exchange.at is 'When it came, or was made';
comment on column tasks.exchange.field is 'Field of work: tasks';
comment on column tasks.exchange.home is '0: the nation';
comment on column tasks.exchange.place_id is 'The nation: documents come to the ministry';
