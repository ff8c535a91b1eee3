-- How the trail is sealed, read and, by order, emptied of contents. All run as the owner; the program's role has no other way in.
create function audit.head(out number bigint, out link bytea) stable language sql security definer
    set search_path = pg_catalog, pg_temp
    as $$ select s.number, s.link from audit.seal s order by s.number desc limit 1 $$;
comment on function audit.head() is 'Number and link of the last sealed row; nulls when nothing is sealed yet';

create function audit.agree(offered bytea) returns bytea language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    update audit.chain set mark = offered where mark is null;
    return (select c.mark from audit.chain c);
end $body$;
comment on function audit.agree(bytea) is 'The key mark of the chain; the first node to ask sets it';

create function audit.pending(most int) returns setof audit.entry stable language sql security definer
    set search_path = pg_catalog, pg_temp
    as $$ select e.* from audit.waiting w join audit.entry e on e.id = w.entry_id order by w.entry_id limit most $$;
comment on function audit.pending(int) is 'Committed rows that wait for their seal, in order of writing';

-- Only adds, only at the end, only what waits: the program can seal, and unseal nothing.
create function audit.seal(first_number bigint, entries bigint[], links bytea[]) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $body$
declare
    taken int;
begin
    if first_number <> coalesce((select max(s.number) from audit.seal s), 0) + 1 or cardinality(entries) <> cardinality(links) then
        raise exception 'the chain has grown meanwhile' using errcode = 'serialization_failure';
    end if;
    delete from audit.waiting w where w.entry_id = any (entries);
    get diagnostics taken = row_count;
    if taken <> cardinality(entries) then
        raise exception 'not all of these rows wait for a seal' using errcode = 'serialization_failure';
    end if;
    insert into audit.seal (number, entry_id, link)
    select first_number + o.place - 1, o.entry_id, o.link
    from unnest(entries, links) with ordinality as o (entry_id, link, place);
end $body$;
comment on function audit.seal(bigint, bigint[], bytea[]) is 'Adds links to the end of the chain for rows that wait';

create function audit.lines(from_at timestamptz, to_at timestamptz, who int, act_is text, subject_is text, before_id bigint, most int)
    returns table (id bigint, at timestamptz, user_id int, address text, act text, subject text, number bigint)
    stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if not access.has_role('auditor') and who is distinct from access.user_id() then
        return;
    end if;
    return query
        select e.id, e.at, e.user_id, e.address, e.act, e.subject, s.number
        from audit.entry e left join audit.seal s on s.entry_id = e.id
        where (from_at is null or e.at >= from_at) and (to_at is null or e.at < to_at)
          and (who is null or e.user_id = who) and (act_is is null or e.act = act_is)
          and (subject_is is null or e.subject = subject_is) and (before_id is null or e.id < before_id)
        order by e.id desc limit most;
end $body$;
comment on function audit.lines(timestamptz, timestamptz, int, text, text, bigint, int) is
    'Lines of the trail, newest first, for the auditor; to others their own lines only';

create function audit.line(line bigint)
    returns table (id bigint, at timestamptz, user_id int, address text, act text, subject text, number bigint, link bytea,
                   before text, after text, erased text)
    stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if access.has_role('auditor') then
        return query
            select e.id, e.at, e.user_id, e.address, e.act, e.subject, s.number, s.link, c.before, c.after, c.erased
            from audit.entry e join audit.content c on c.entry_id = e.id left join audit.seal s on s.entry_id = e.id
            where e.id = line;
    end if;
end $body$;
comment on function audit.line(bigint) is 'One line with what stood before and after, for the auditor';

create function audit.acts() returns table (act text) stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
    if access.has_role('auditor') then
        return query
            with recursive known (act) as (
                (select e.act from audit.entry e order by e.act limit 1)
                union all
                select (select e.act from audit.entry e where e.act > k.act order by e.act limit 1) from known k where k.act is not null)
            select k.act from known k where k.act is not null;
    end if;
end $body$;
comment on function audit.acts() is 'The acts that occur, for the auditor to choose from';

create function audit.erase(line bigint, by_order text) returns boolean language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $body$
begin
    if not access.has_role('auditor') or coalesce(by_order, '') = '' then
        return false;
    end if;
    update audit.content c set salt = null, before = null, after = null, erased = by_order where c.entry_id = line and c.erased is null;
    return found;
end $body$;
comment on function audit.erase(bigint, text) is 'Empties the contents of a line by order; the caller writes the line that tells of it';

revoke execute on all functions in schema audit from public;
grant execute on all functions in schema audit to bamcoso_app;
