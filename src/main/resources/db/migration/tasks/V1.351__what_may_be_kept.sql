-- Kinds of task are a setting; a kind without content keeps none, whoever writes; files that show work or carry a directive.
alter table tasks.kind add column closed boolean not null default false;
comment on column tasks.kind.closed is 'No longer offered for new tasks';
grant insert on tasks.kind to bamcoso_app;
grant update (name_vi, name_en, position, closed) on tasks.kind to bamcoso_app;

create table tasks.attachment (
    id           bigint generated always as identity primary key,
    share_id     bigint   references tasks.share,
    directive_id int      references tasks.directive,
    name         text     not null check (name <> ''),
    media        text     not null,
    content      bytea    not null check (octet_length(content) between 1 and 5242880),
    sha256       bytea    not null,
    at           timestamptz not null,
    user_id      int      not null,
    field        smallint not null,
    home         smallint not null,
    place_id     int      not null,
    constraint attachment_of_one check ((share_id is null) <> (directive_id is null))
);
create index on tasks.attachment (share_id) where share_id is not null;
create index on tasks.attachment (directive_id) where directive_id is not null;
call access.protect('tasks.attachment');
drop policy scope_read on tasks.attachment;
create policy scope_read on tasks.attachment for select to bamcoso_app using (
    field = any ((select access.ints('bamcoso.r_nation'))::int[])
    or field::int * 1000 + home = any ((select access.ints('bamcoso.r_homes'))::int[])
    or field::bigint * 4294967296 + place_id = any ((select access.bigints('bamcoso.r_places'))::bigint[])
    or directive_id in (select d.id from tasks.directive d));
grant select, insert on tasks.attachment to bamcoso_app;
comment on table  tasks.attachment is 'Files that carry a directive or show that work was done; checked at the edge before they are kept';
comment on column tasks.attachment.id is 'Own number';
comment on column tasks.attachment.share_id is 'The share whose work it shows; null for a directive''s file';
comment on column tasks.attachment.directive_id is 'The directive that it carries; null for evidence';
comment on column tasks.attachment.name is 'Name of the file';
comment on column tasks.attachment.media is 'Kind of file, told by its content';
comment on column tasks.attachment.content is 'The bytes, as they came in';
comment on column tasks.attachment.sha256 is 'SHA-256 of the bytes';
comment on column tasks.attachment.at is 'When it came in';
comment on column tasks.attachment.user_id is 'Who brought it';
comment on column tasks.attachment.field is 'Field of the task or the directive';
comment on column tasks.attachment.home is 'Province of the 63';
comment on column tasks.attachment.place_id is 'Place of the share or the directive';

alter table tasks.evidence add column attachment_id bigint references tasks.attachment;
comment on column tasks.evidence.attachment_id is 'The file, when the evidence is one';
alter table tasks.evidence drop constraint evidence_kind_check;
alter table tasks.evidence add constraint evidence_kind_check check (kind in ('link', 'figure', 'document', 'text', 'file') and (kind = 'file') = (attachment_id is not null));

-- The plan that protects an event: its number, day, event and state, and nothing else.
create function tasks.bare(which int) returns boolean stable language sql as
    'select k.bare from tasks.task t join tasks.kind k on k.code = t.kind where t.id = which';
comment on function tasks.bare(int) is 'Whether the task is of a kind that keeps no content';
grant execute on function tasks.bare(int) to bamcoso_app;
create function tasks.no_content() returns trigger language plpgsql as $body$
begin
    if tasks.bare((select s.task_id from tasks.share s where s.id = new.share_id)) then
        raise check_violation using constraint = 'task_without_content', message = 'a task of this kind keeps no content';
    end if;
    return new;
end $body$;
comment on function tasks.no_content() is 'Refuses content beside a task of a kind that keeps none';
create trigger no_content before insert on tasks.event for each row when (new.note <> '') execute function tasks.no_content();
create trigger no_content before insert on tasks.evidence for each row execute function tasks.no_content();
create trigger no_content before insert on tasks.question for each row execute function tasks.no_content();
create trigger no_content before insert on tasks.extension for each row when (new.reason <> '–') execute function tasks.no_content();
create trigger no_content before insert on tasks.attachment for each row when (new.share_id is not null) execute function tasks.no_content();
create function tasks.no_content_in_task() returns trigger language plpgsql as $body$
begin
    if (select k.bare from tasks.kind k where k.code = new.kind) then
        if new.deliverable <> '' or new.due_note <> '' or new.authority <> '' or new.indicator is not null or new.share_id is not null or new.directive_id is not null or length(new.title) > 200 or new.title like E'%\n%' then
            raise check_violation using constraint = 'task_without_content', message = 'a task of this kind keeps no content';
        end if;
    elsif new.status <> 'draft' and new.authority = '' then
        raise check_violation using constraint = 'task_clear', message = 'a task is issued with its authority';
    end if;
    return new;
end $body$;
comment on function tasks.no_content_in_task() is 'A task of a kind without content holds number, event and day; any other is issued with its authority';
create trigger no_content before insert or update on tasks.task for each row execute function tasks.no_content_in_task();
create function tasks.no_content_in_proposal() returns trigger language plpgsql as $body$
begin
    if tasks.bare(new.task_id) then
        raise check_violation using constraint = 'task_without_content', message = 'a task of this kind keeps no content';
    end if;
    return new;
end $body$;
comment on function tasks.no_content_in_proposal() is 'Refuses difficulties and proposals about a task of a kind that keeps no content';
create trigger no_content before insert on tasks.proposal for each row when (new.task_id is not null) execute function tasks.no_content_in_proposal();
alter table tasks.task drop constraint task_clear;
alter table tasks.task add constraint task_clear check (status = 'draft' or (title <> '' and post <> '' and due is not null));
