-- Graduates who wait for a first post are few, all who ever came from an academy are tens of thousands: who waits is noted by the acts themselves,
-- so that the page of the intake does not look for a posting of each.
create table staffing.unposted (
    officer_id int primary key references staffing.officer on delete cascade
);
comment on table  staffing.unposted is 'Officers of an intake who hold no full post and never held one; kept by triggers of officer and posting';
comment on column staffing.unposted.officer_id is 'The officer';
alter table staffing.unposted enable row level security;
create policy with_officer_read on staffing.unposted for select to bamcoso_app using (exists (select from staffing.officer o where o.id = officer_id));
create policy with_officer_add on staffing.unposted for insert to bamcoso_app with check (exists (select from staffing.officer o where o.id = officer_id));
grant select on staffing.unposted to bamcoso_app;

create function staffing.on_officer_came() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    insert into staffing.unposted select id from added where intake_id is not null;
    return null;
end $body$;
comment on function staffing.on_officer_came() is 'Who comes from an academy waits for a post';
create trigger wait_on_insert after insert on staffing.officer referencing new table as added for each statement execute function staffing.on_officer_came();

create function staffing.on_posted() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
declare
    back int[] := array(select a.officer_id from after a join staffing.officer o on o.id = a.officer_id and o.intake_id is not null
                        where a.kind <> 'full' or a.valid_from = a.valid_to);
begin
    delete from staffing.unposted u using after a where u.officer_id = a.officer_id and a.kind = 'full' and a.valid_from < a.valid_to;
    if back <> '{}' then
        -- two who take back posts of the same officer wait for one another: the second sees what the first left
        perform from staffing.officer where id = any (back) order by id for update;
        insert into staffing.unposted
        select distinct b from unnest(back) b
        where not exists (select from staffing.posting p where p.officer_id = b and p.kind = 'full' and p.valid_from < p.valid_to)
        on conflict do nothing;
    end if;
    return null;
end $body$;
comment on function staffing.on_posted() is 'Who is posted waits no longer; whose only post is taken back waits again';
create trigger wait_on_insert after insert on staffing.posting referencing new table as after for each statement execute function staffing.on_posted();
create trigger wait_on_update after update on staffing.posting referencing new table as after for each statement execute function staffing.on_posted();

insert into staffing.unposted
select o.id from staffing.officer o
where o.intake_id is not null and not exists (select from staffing.posting p where p.officer_id = o.id and p.kind = 'full' and p.valid_from < p.valid_to);
