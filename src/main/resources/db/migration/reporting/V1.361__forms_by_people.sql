-- Forms made by people: drafts that can be tried and released, versions that end, forms asked of some places only, and lines about a part of an indicator.
alter table reporting.form
    add column owner_id   int references territory.place,
    add column everywhere boolean not null default true;
alter table reporting.form_version
    add column released_by int,
    add column released_at timestamptz,
    add column note        text;
grant update (last_end) on reporting.form_version to bamcoso_app;

-- A line may be about a part of an indicator: <code>__<part>.
alter table reporting.form_line drop constraint form_line_indicator_fkey;
alter table reporting.form_line add column base text generated always as (split_part(indicator, '__', 1)) stored references figures.indicator (code);

-- Checks compare sums of lines: equal, or not more than; hard ones forbid, soft ones want a remark.
alter table reporting.form_check
    add column relation text not null default '<=' check (relation in ('<=', '=')),
    add column hard boolean not null default true;

-- Where a form that is not asked everywhere is asked, and for periods that end on which days.
create table reporting.asked (
    id        int generated always as identity primary key,
    form_id   smallint not null references reporting.form,
    place_id  int      not null references territory.place,
    first_day date     not null,
    last_day  date     not null default 'infinity',
    asked_by  int      not null,
    asked_at  timestamptz not null,
    note      text,
    constraint asked_days check (first_day <= last_day)
);
create index on reporting.asked (form_id, place_id);
create function reporting.is_asked(form smallint, place int, day date) returns boolean stable parallel safe language sql as $$
    select exists (
        select from reporting.asked a
        join territory.pub_reach r on r.vintage_id = territory.vintage_of(day) and r.place_id = place and r.ancestor_id = a.place_id
        where a.form_id = form and a.first_day <= day and day <= a.last_day)
$$;
comment on function reporting.is_asked is 'Whether a form that is not asked everywhere is asked of the place for a period that ends on the day';

create table reporting.form_draft (
    id         int generated always as identity primary key,
    form_id    smallint references reporting.form,
    owner_id   int references territory.place,
    content    jsonb not null,
    made_by    int not null,
    made_at    timestamptz not null,
    changed_by int not null,
    changed_at timestamptz not null,
    version    int not null default 0,
    released   int references reporting.form_version,
    discarded  boolean not null default false
);
grant select, insert on reporting.asked to bamcoso_app;
grant update (last_day) on reporting.asked to bamcoso_app;
grant select, insert, update on reporting.form_draft to bamcoso_app;

comment on column reporting.form.owner_id is 'Province that made it for its own use; null: the ministry''s';
comment on column reporting.form.everywhere is 'Asked of every place of its level; false: only where reporting.asked says so';
comment on column reporting.form_version.released_by is 'User who released it; null: it came with the program';
comment on column reporting.form_version.released_at is 'When';
comment on column reporting.form_version.note is 'Under which document it was released';
comment on column reporting.form_line.base is 'Code of the indicator, of which the line may be about a part only';
comment on column reporting.form_check.relation is '<= the left sum is not more than the right one; = they are equal';
comment on column reporting.form_check.hard is 'True: a broken check forbids sending; false: it wants a remark';
comment on table  reporting.asked is 'Where a form is asked that is not asked everywhere';
comment on column reporting.asked.id is 'Number';
comment on column reporting.asked.form_id is 'The form';
comment on column reporting.asked.place_id is 'The place, or the area all of whose places report';
comment on column reporting.asked.first_day is 'Earliest last day of a period that is asked for';
comment on column reporting.asked.last_day is 'Latest last day of a period that is asked for';
comment on column reporting.asked.asked_by is 'User who asked';
comment on column reporting.asked.asked_at is 'When';
comment on column reporting.asked.note is 'Under which document, or what for';
comment on table  reporting.form_draft is 'Forms being made, or new versions of forms in use, before their release';
comment on column reporting.form_draft.id is 'Number of the draft';
comment on column reporting.form_draft.form_id is 'The form of which it is a new version; null: a new form';
comment on column reporting.form_draft.owner_id is 'Province for whose own use it is; null: the ministry''s';
comment on column reporting.form_draft.content is 'What the form will be (reporting.draft.Draft)';
comment on column reporting.form_draft.made_by is 'User who began it';
comment on column reporting.form_draft.made_at is 'When';
comment on column reporting.form_draft.changed_by is 'User who changed it last';
comment on column reporting.form_draft.changed_at is 'When';
comment on column reporting.form_draft.version is 'Rises with each change, so that nobody overwrites unseen';
comment on column reporting.form_draft.released is 'The version that it became; null while it is a draft';
comment on column reporting.form_draft.discarded is 'Given up';
