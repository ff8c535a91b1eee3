-- The own record: requests for correction with their answers; export as a right of its own; how long a record is kept after service.
insert into identity.role values ('personnel_export', 'Được xuất hồ sơ cán bộ', 'Export of personnel files', false, false, false);

create table staffing.correction_request (
    id         int generated always as identity primary key,
    officer_id int not null references staffing.officer,
    about      text not null check (length(about) between 1 and 1000),
    asked_by   int not null,
    asked_at   timestamptz not null
);
create index on staffing.correction_request (officer_id);
comment on table  staffing.correction_request is 'What an officer asks to have corrected in the own record';
comment on column staffing.correction_request.id is 'Number of the request';
comment on column staffing.correction_request.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.correction_request.about is 'What is wrong and what it should say';
comment on column staffing.correction_request.asked_by is 'identity.app_user.id of the officer';
comment on column staffing.correction_request.asked_at is 'When';
alter table staffing.correction_request enable row level security;
create policy with_officer_read on staffing.correction_request for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.correction_request for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select, insert on staffing.correction_request to bamcoso_app;

create table staffing.correction_answer (
    request_id int primary key references staffing.correction_request,
    officer_id int not null references staffing.officer,
    accepted   boolean not null,
    reply      text not null check (length(reply) between 1 and 1000),
    answered_by int not null,
    answered_at timestamptz not null
);
create index on staffing.correction_answer (officer_id);
comment on table  staffing.correction_answer is 'How a request for correction was decided, with the reply that the officer reads';
comment on column staffing.correction_answer.request_id is 'The request';
comment on column staffing.correction_answer.officer_id is 'The officer; seen by whoever sees the record';
comment on column staffing.correction_answer.accepted is 'Whether the record was corrected';
comment on column staffing.correction_answer.reply is 'What was corrected, or why not';
comment on column staffing.correction_answer.answered_by is 'identity.app_user.id';
comment on column staffing.correction_answer.answered_at is 'When';
alter table staffing.correction_answer enable row level security;
create policy with_officer_read on staffing.correction_answer for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.correction_answer for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select, insert on staffing.correction_answer to bamcoso_app;

alter table staffing.officer add column erased_at timestamptz;
comment on column staffing.officer.erased_at is 'When what is personal was erased; null while it is kept';

create table staffing.retention (
    id         int generated always as identity primary key,
    years      smallint not null check (years between 1 and 70),
    decision   text not null,
    set_by     int not null,
    set_at     timestamptz not null
);
comment on table  staffing.retention is 'How many years after service a record is kept; the last row holds';
comment on column staffing.retention.id is 'Number of the row';
comment on column staffing.retention.years is 'Years after the last day of service';
comment on column staffing.retention.decision is 'Number and sign of the decision';
comment on column staffing.retention.set_by is 'identity.app_user.id';
comment on column staffing.retention.set_at is 'When it was set';
grant select, insert on staffing.retention to bamcoso_app;

-- Erases what is personal of those whose time is over; counts and postings stay, under a number that tells nothing.
create function staffing.erase_records() returns int language plpgsql security definer set search_path = staffing, pg_catalog, pg_temp as $body$
declare
    ids int[];
begin
    if not (access.has_role('department') or access.has_role('ministry_office')) or access.user_id() = 0 then
        raise exception 'only the ministry erases records' using errcode = 'insufficient_privilege';
    end if;
    select array_agg(o.id) into ids from staffing.officer o
    where o.erased_at is null and o.left_on < ((now() at time zone 'Asia/Ho_Chi_Minh')::date - make_interval(years => (select r.years from staffing.retention r order by r.id desc limit 1)))::date;
    if ids is null then
        return 0;
    end if;
    delete from staffing.skill where officer_id = any (ids);
    delete from staffing.rating where officer_id = any (ids);
    delete from staffing.opening where officer_id = any (ids);
    delete from staffing.correction_answer where officer_id = any (ids);
    delete from staffing.correction_request where officer_id = any (ids);
    update staffing.officer set number = 'X' || id, name = '–', birth_year = birth_year / 10 * 10, home_commune = null, user_id = null, left_reason = null, erased_at = now(), version = version + 1 where id = any (ids);
    return cardinality(ids);
end $body$;
comment on function staffing.erase_records() is 'Erases what is personal of officers who left longer ago than records are kept; for the ministry. Returns how many';
revoke execute on function staffing.erase_records() from public;
grant execute on function staffing.erase_records() to bamcoso_app;
