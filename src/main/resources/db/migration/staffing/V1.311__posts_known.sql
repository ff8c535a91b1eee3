-- Posts keep what was known before, as postings do: an establishment that is taken back today still stood yesterday.
alter table staffing.post add column known_from timestamptz;
update staffing.post set known_from = set_at;
alter table staffing.post alter column known_from set not null;
comment on column staffing.post.known_from is 'Since when the row is known as it is';

create table staffing.post_past (
    id         bigint not null,
    office_id  int not null,
    title_id   smallint not null,
    number     smallint not null,
    least      smallint not null,
    composition_id smallint,
    valid_from date not null,
    valid_to   date not null,
    known_from timestamptz not null,
    known_to   timestamptz not null,
    field      smallint not null,
    home       smallint not null,
    place_id   int not null,
    primary key (id, known_from)
);
create index on staffing.post_past (known_to);
comment on table  staffing.post_past is 'Posts as they were known before; only added to, by the change itself';
comment on column staffing.post_past.id is 'The row of staffing.post';
comment on column staffing.post_past.office_id is 'The office then';
comment on column staffing.post_past.title_id is 'The title then';
comment on column staffing.post_past.number is 'How many posts, as known then';
comment on column staffing.post_past.least is 'The norm of the office, as known then';
comment on column staffing.post_past.composition_id is 'The template, as known then';
comment on column staffing.post_past.valid_from is 'First day, as known then';
comment on column staffing.post_past.valid_to is 'End, as known then';
comment on column staffing.post_past.known_from is 'Since when it was known so';
comment on column staffing.post_past.known_to is 'Until when it was known so';
comment on column staffing.post_past.field is 'Field of work: organisation';
comment on column staffing.post_past.home is 'Province of the 63';
comment on column staffing.post_past.place_id is 'Place of the office';

create function staffing.on_post_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
begin
    if tg_op = 'INSERT' then
        new.known_from := coalesce(new.known_from, new.set_at);
        return new;
    end if;
    new.known_from := greatest(clock_timestamp(), old.known_from + interval '1 microsecond');
    insert into staffing.post_past (id, office_id, title_id, number, least, composition_id, valid_from, valid_to, known_from, known_to, field, home, place_id)
    values (old.id, old.office_id, old.title_id, old.number, old.least, old.composition_id, old.valid_from, old.valid_to, old.known_from, new.known_from, old.field, old.home, old.place_id);
    return new;
end $body$;
comment on function staffing.on_post_change() is 'Says since when a post is known as it is, and keeps what was known before';
create trigger keep_known before insert or update on staffing.post for each row execute function staffing.on_post_change();
call access.protect('staffing.post_past');
grant select on staffing.post_past to bamcoso_app;
