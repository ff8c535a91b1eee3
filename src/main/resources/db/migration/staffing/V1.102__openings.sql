-- Who opened whose record: the officer sees it. The sealed trail has the same lines for the auditor.
create table staffing.opening (
    id         bigint generated always as identity primary key,
    officer_id int not null references staffing.officer,
    at         timestamptz not null,
    by_user    int not null
);
create index on staffing.opening (officer_id);
comment on table  staffing.opening is 'Openings of personal records by others than the officer';
comment on column staffing.opening.id is 'Number of the row';
comment on column staffing.opening.officer_id is 'Whose record; seen by whoever sees the record';
comment on column staffing.opening.at is 'When';
comment on column staffing.opening.by_user is 'identity.app_user.id';
alter table staffing.opening enable row level security;
create policy with_officer_read on staffing.opening for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.opening for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select, insert on staffing.opening to bamcoso_app;
