-- Issued documents: the draft and its text, the steps it went through, its number, its frozen bytes.
create schema papers;
grant usage on schema papers to bamcoso_app;

create table papers.paper (
    id             int generated always as identity primary key,
    kind           text not null check (kind in ('BC', 'TB', 'KH', 'HD', 'TTR', 'CV', 'QD', 'CT')),
    office_id      int  not null references territory.office,
    drafting_id    int  not null references territory.office,
    drafting_mark  text not null check (drafting_mark <> ''),
    symbol         text not null check (symbol <> ''),
    head           jsonb not null,
    subject        text not null check (subject <> ''),
    addressees     text[] not null default '{}',
    recipients     text[] not null default '{}',
    section        text,
    section_ref    bigint,
    opened_by      int not null,
    opened_at      timestamptz not null,
    field          smallint not null references access.field,
    home           smallint not null,
    place_id       int not null references territory.place,
    version        int not null default 0,
    constraint paper_section_whole check ((section is null) = (section_ref is null))
);
create unique index paper_once_a_section on papers.paper (section, section_ref) where section is not null;
create index on papers.paper (office_id);
comment on table  papers.paper is 'A document on its way from draft to issue; what it says of itself. Where it stands is its last step';
comment on column papers.paper.id is 'Own number; the address is /documents/{id}';
comment on column papers.paper.kind is 'Kind of document as Decree 30/2020 abbreviates it, here in plain letters: BC, TB, KH, HD, TTR, CV, QD, CT';
comment on column papers.paper.office_id is 'Issuing body';
comment on column papers.paper.drafting_id is 'Office that drafts; the issuing body itself in a small unit';
comment on column papers.paper.drafting_mark is 'Short mark of the drafting office, e.g. V05; stands in the line "Lưu: VT, V05"';
comment on column papers.paper.symbol is 'What follows the number: BC-BCA-V05';
comment on column papers.paper.head is 'Names as printed in the head: superior and issuing body, place of issue';
comment on column papers.paper.subject is 'Trích yếu';
comment on column papers.paper.addressees is 'Kính gửi; empty for a document that has no addressee';
comment on column papers.paper.recipients is 'Nơi nhận without the first line "Như trên" and the last line "Lưu", which are added';
comment on column papers.paper.section is 'The part of the house that writes the text from figures (e.g. reviews); null when people write all of it';
comment on column papers.paper.section_ref is 'What that part calls it';
comment on column papers.paper.opened_by is 'identity.app_user.id of the drafter; 0 the program';
comment on column papers.paper.opened_at is 'When it was opened';
comment on column papers.paper.field is 'Field of work (access.field)';
comment on column papers.paper.home is 'Province of the 63 of the issuing body; 0 the nation';
comment on column papers.paper.place_id is 'Place that the issuing body serves';
comment on column papers.paper.version is 'Counts the changes of this row; who changes an older one is told';

-- Each wording of a document written by hand; the highest version is the present one.
create table papers.wording (
    paper_id   int  not null references papers.paper,
    version    int  not null,
    text       text not null,
    written_by int  not null,
    written_at timestamptz not null,
    primary key (paper_id, version)
);
comment on table  papers.wording is 'Every wording that a document written by hand has had; never changed';
comment on column papers.wording.paper_id is 'The document';
comment on column papers.wording.version is 'From 1; the highest is the present wording, and a second person who saves over the same one is told';
comment on column papers.wording.text is 'Paragraphs parted by empty lines; "I. …", "1. …", "a) …" begin headings';
comment on column papers.wording.written_by is 'identity.app_user.id';
comment on column papers.wording.written_at is 'When';

-- Who did what with it, and when. The last step is where the document stands.
create table papers.step (
    paper_id   int  not null references papers.paper,
    n          int  not null check (n > 0),
    step       text not null check (step in ('DRAFTED', 'SUBMITTED', 'INITIALLED', 'SIGNED', 'NUMBERED', 'ISSUED', 'RETURNED')),
    taken_by   int  not null,
    taken_name text not null,
    taken_at   timestamptz not null,
    remark     text,
    signature  jsonb,
    content    bytea,
    primary key (paper_id, n),
    constraint step_return_says_why check (step <> 'RETURNED' or remark <> ''),
    constraint step_signature_whole check ((step = 'SIGNED') = (signature is not null) and (step = 'SIGNED') = (content is not null))
);
comment on table  papers.step is 'The way of a document, one row a step; never changed. Two people who take the same step at once meet on the key';
comment on column papers.step.paper_id is 'The document';
comment on column papers.step.n is 'From 1 without gaps';
comment on column papers.step.step is 'What was done: drafted, submitted (trình), initialled (ký nháy), signed (ký), numbered (cấp số), issued, returned';
comment on column papers.step.taken_by is 'identity.app_user.id; 0 the program';
comment on column papers.step.taken_name is 'The name of that person then';
comment on column papers.step.taken_at is 'When';
comment on column papers.step.remark is 'Note to the next one; required when returned';
comment on column papers.step.signature is 'Of a signing: capacity (TM., KT., TL.), the lines of title, rank and name as printed';
comment on column papers.step.content is 'Of a signing: SHA-256 of what was signed, without number and date';

-- One series a year for each issuing body and symbol. Nobody reads or writes it but the function below.
create table papers.series (
    id        int generated always as identity primary key,
    office_id int  not null references territory.office,
    symbol    text not null,
    year      int  not null,
    last      int  not null check (last >= 0),
    unique (office_id, symbol, year)
);
alter table papers.series enable row level security;
comment on table  papers.series is 'One series of numbers a year for each issuing body and symbol, from 01 on 1 January; reached only through papers.take_number';
comment on column papers.series.id is 'Own number';
comment on column papers.series.office_id is 'Issuing body';
comment on column papers.series.symbol is 'What follows the number';
comment on column papers.series.year is 'Calendar year of the day of issue';
comment on column papers.series.last is 'Highest number taken';

create table papers.number (
    paper_id  int  primary key references papers.paper,
    series_id int  not null references papers.series,
    number    int  not null check (number > 0),
    dated     date not null,
    elsewhere boolean not null,
    doubled   boolean not null,
    skipped   int  not null check (skipped >= 0),
    reason    text,
    constraint number_doubled_says_why check (not doubled or reason <> '')
);
create unique index number_once_a_series on papers.number (series_id, number) where not doubled;
comment on table  papers.number is 'The number that a document bears; kept when the document is returned afterwards';
comment on column papers.number.paper_id is 'The document';
comment on column papers.number.series_id is 'Its series';
comment on column papers.number.number is 'The number';
comment on column papers.number.dated is 'Day of issue printed beside it';
comment on column papers.number.elsewhere is 'True when it was given in another system and typed in here';
comment on column papers.number.doubled is 'True when another document bears it too and the clerk confirmed that';
comment on column papers.number.skipped is 'How many numbers between the highest taken before and this one nobody has taken here';
comment on column papers.number.reason is 'Why a doubled, skipping or late number was accepted';

-- What was issued. The bytes are the document; everything else tells how they came to be.
create table papers.frozen (
    paper_id  int   primary key references papers.paper,
    docx      bytea not null,
    sha256    bytea not null check (sha256 = sha256(docx)),
    content   bytea not null,
    known_at  timestamptz not null,
    seal_head text not null,
    made_by   text not null,
    frozen_at timestamptz not null
);
comment on table  papers.frozen is 'The issued document, byte for byte; never changed';
comment on column papers.frozen.paper_id is 'The document';
comment on column papers.frozen.docx is 'The Word file; a reprint gives these bytes';
comment on column papers.frozen.sha256 is 'SHA-256 of the bytes';
comment on column papers.frozen.content is 'SHA-256 of the content before it became Word: still comparable when the program writes Word differently one day';
comment on column papers.frozen.known_at is 'The figures stand as they were known at this instant';
comment on column papers.frozen.seal_head is 'Head of the audit trail printed in the foot';
comment on column papers.frozen.made_by is 'Version of the form that made the bytes';
comment on column papers.frozen.frozen_at is 'When it was issued';

create table papers.cited (
    paper_id    int  not null references papers.paper,
    n           int  not null,
    mark        text not null,
    name        text not null,
    said        text not null,
    value       numeric,
    numerator   numeric,
    denominator numeric,
    figure_ref  text not null,
    primary key (paper_id, n)
);
comment on table  papers.cited is 'Every figure that an issued document prints, with the value it had; never changed';
comment on column papers.cited.paper_id is 'The document';
comment on column papers.cited.n is 'In order of print, from 1';
comment on column papers.cited.mark is 'Which figure: indicator, place and period, as the section that cites it can find it again';
comment on column papers.cited.name is 'The same in words';
comment on column papers.cited.said is 'How it is printed: gần 45.000';
comment on column papers.cited.value is 'Its exact value then; null when there was none';
comment on column papers.cited.numerator is 'Of a rate: the upper number';
comment on column papers.cited.denominator is 'Of a rate: the lower number';
comment on column papers.cited.figure_ref is 'The figure behind it (its id), empty when added up from many';

-- Scope: the document itself by field and area; what hangs on it by the document.
call access.protect('papers.paper');
do $body$
declare t text;
begin
    foreach t in array array['wording', 'step', 'number', 'frozen', 'cited'] loop
        execute format('alter table papers.%I enable row level security', t);
        execute format('create policy with_paper_read on papers.%1$I for select to bamcoso_app using (exists (select from papers.paper p where p.id = %1$I.paper_id))', t);
        execute format('create policy with_paper_add on papers.%1$I for insert to bamcoso_app with check (exists (select from papers.paper p where p.id = %1$I.paper_id))', t);
    end loop;
end $body$;
grant select, insert on papers.paper, papers.wording, papers.step, papers.number, papers.frozen, papers.cited to bamcoso_app;
grant update (subject, addressees, recipients, head, version) on papers.paper to bamcoso_app;

-- Where each document stands: its last step.
create view papers.standing with (security_invoker = true) as
    select distinct on (paper_id) paper_id, n, step, taken_by, taken_name, taken_at, remark from papers.step order by paper_id, n desc;
comment on view   papers.standing is 'The last step of each document';
comment on column papers.standing.paper_id is 'The document';
comment on column papers.standing.n is 'Number of its last step';
comment on column papers.standing.step is 'What was done last';
comment on column papers.standing.taken_by is 'By whom (identity.app_user.id)';
comment on column papers.standing.taken_name is 'By whom, in words';
comment on column papers.standing.taken_at is 'When';
comment on column papers.standing.remark is 'With which note';
grant select on papers.standing to bamcoso_app;

-- What must never be false, whatever the program does.
create function papers.guard_step() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if new.step = 'SIGNED' and new.taken_by <> 0
       and new.taken_by = (select opened_by from papers.paper where id = new.paper_id) then
        raise exception using errcode = 'check_violation', constraint = 'drafter_does_not_sign', message = 'the drafter does not sign';
    end if;
    if new.n > 1 and not exists (select from papers.step where paper_id = new.paper_id and n = new.n - 1 and taken_at <= new.taken_at and step <> 'ISSUED') then
        raise exception using errcode = 'check_violation', constraint = 'steps_in_order', message = 'steps follow each other, and nothing follows the issue';
    end if;
    return new;
end $body$;
comment on function papers.guard_step() is 'The drafter does not sign; steps follow each other in time; nothing follows the issue';
create trigger guard before insert on papers.step for each row execute function papers.guard_step();

create function papers.guard_draft() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if coalesce((select step from papers.step where paper_id = new.paper_id order by n desc limit 1), 'DRAFTED') not in ('DRAFTED', 'RETURNED') then
        raise exception using errcode = 'check_violation', constraint = 'wording_only_in_draft', message = 'a submitted document is not rewritten';
    end if;
    return new;
end $body$;
comment on function papers.guard_draft() is 'The wording changes only while the document is a draft or has been returned';
create trigger guard before insert on papers.wording for each row execute function papers.guard_draft();
create function papers.guard_head() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if (select step from papers.step where paper_id = new.id order by n desc limit 1) not in ('DRAFTED', 'RETURNED') then
        raise exception using errcode = 'check_violation', constraint = 'wording_only_in_draft', message = 'a submitted document is not rewritten';
    end if;
    return new;
end $body$;
comment on function papers.guard_head() is 'What a document says of itself changes only while it is a draft or has been returned';
create trigger guard before update on papers.paper for each row execute function papers.guard_head();

-- Takes a number of a series, for the running transaction: the next one (wanted is null), or one that another system gave.
-- The row of the series is locked until the transaction ends, so two clerks never hold the same number and none is lost.
create function papers.take_number(office int, symbol text, year int, wanted int, out series int, out taken int, out before int)
    language plpgsql security definer set search_path = pg_catalog as $body$
begin
    insert into papers.series (office_id, symbol, year, last) values (office, symbol, year, 0)
        on conflict on constraint series_office_id_symbol_year_key do nothing;
    select s.id, s.last into series, before from papers.series s
        where s.office_id = office and s.symbol = take_number.symbol and s.year = take_number.year for update;
    taken := coalesce(wanted, before + 1);
    update papers.series s set last = greatest(s.last, taken) where s.id = series;
end $body$;
comment on function papers.take_number(int, text, int, int) is 'Next number of a series, or a given one; returns the series, the number and the highest one before';
revoke execute on function papers.take_number(int, text, int, int) from public;
grant execute on function papers.take_number(int, text, int, int) to bamcoso_app;

-- Whether some document bears the number, and which numbers nobody bears, also among documents that the clerk may not see.
create function papers.number_borne(series int, wanted int) returns boolean stable language sql security definer set search_path = pg_catalog
    as $$ select exists (select from papers.number n where n.series_id = series and n.number = wanted) $$;
create function papers.numbers_missing(office int, symbol text, year int) returns setof int stable language sql security definer set search_path = pg_catalog
    as $$ select g from papers.series s, generate_series(1, s.last) g
          where s.office_id = office and s.symbol = numbers_missing.symbol and s.year = numbers_missing.year
            and not exists (select from papers.number n where n.series_id = s.id and n.number = g) $$;
comment on function papers.number_borne(int, int) is 'Whether a document bears this number of the series';
comment on function papers.numbers_missing(int, text, int) is 'Numbers below the highest that no document here bears';
revoke execute on function papers.number_borne(int, int), papers.numbers_missing(int, text, int) from public;
grant execute on function papers.number_borne(int, int), papers.numbers_missing(int, text, int) to bamcoso_app;

-- What other rooms may read.
create view papers.pub_paper with (security_invoker = true) as
    select p.id, p.kind, p.office_id, p.drafting_id, p.symbol, p.subject, p.section, p.section_ref, p.opened_by, p.opened_at,
           s.step, s.taken_at, n.number, n.dated, f.known_at, f.sha256
    from papers.paper p
    join papers.standing s on s.paper_id = p.id
    left join papers.number n on n.paper_id = p.id
    left join papers.frozen f on f.paper_id = p.id;
comment on view   papers.pub_paper is 'Documents with where they stand, for other rooms';
comment on column papers.pub_paper.id is 'Own number';
comment on column papers.pub_paper.kind is 'Kind of document';
comment on column papers.pub_paper.office_id is 'Issuing body';
comment on column papers.pub_paper.drafting_id is 'Office that drafts';
comment on column papers.pub_paper.symbol is 'What follows the number';
comment on column papers.pub_paper.subject is 'Trích yếu';
comment on column papers.pub_paper.section is 'Part of the house that writes the text';
comment on column papers.pub_paper.section_ref is 'What that part calls it';
comment on column papers.pub_paper.opened_by is 'Drafter';
comment on column papers.pub_paper.opened_at is 'When it was opened';
comment on column papers.pub_paper.step is 'Last step';
comment on column papers.pub_paper.taken_at is 'When the last step was taken';
comment on column papers.pub_paper.number is 'Number; null before it is given';
comment on column papers.pub_paper.dated is 'Day printed beside the number';
comment on column papers.pub_paper.known_at is 'Of an issued document: as known at';
comment on column papers.pub_paper.sha256 is 'Of an issued document: hash of its bytes';
grant select on papers.pub_paper to bamcoso_app;
