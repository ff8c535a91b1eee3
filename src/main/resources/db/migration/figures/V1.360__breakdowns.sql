-- Indicators broken down by sex, title, kind …: the dimensions and their parts are data. A part's number is figures.figure.breakdown.
create table figures.dimension (
    id       smallint generated always as identity primary key,
    code     text not null unique check (code ~ '^[a-z][a-z0-9_]{0,29}$' and position('__' in code) = 0),
    name_vi  text not null check (name_vi <> ''),
    name_en  text not null check (name_en <> ''),
    owner_id int references territory.place,
    position smallint not null default 0
);
create table figures.part (
    id           smallint generated always as identity primary key,
    dimension_id smallint not null references figures.dimension,
    code         text not null unique check (code ~ '^[a-z][a-z0-9_]{0,29}$' and position('__' in code) = 0),
    name_vi      text not null check (name_vi <> ''),
    name_en      text not null check (name_en <> ''),
    position     smallint not null
);
create index on figures.part (dimension_id, position);
create table figures.indicator_dimension (
    indicator_id smallint not null references figures.indicator,
    dimension_id smallint not null references figures.dimension,
    primary key (indicator_id, dimension_id)
);
grant select, insert, update (name_vi, name_en, position) on figures.dimension, figures.part to bamcoso_app;
grant select, insert on figures.indicator_dimension to bamcoso_app;

alter table figures.indicator
    add column valid_from  date,
    add column valid_to    date,
    add column replaced_by text references figures.indicator (code),
    add column owner_id    int references territory.place,
    add column never_falls boolean not null default false,
    add constraint indicator_days check (valid_from < valid_to),
    add constraint indicator_not_itself check (replaced_by <> code),
    add constraint indicator_plain_code check (position('__' in code) = 0);

comment on table  figures.dimension is 'By what an indicator is broken down (phân tổ): sex, title, kind of measure …';
comment on column figures.dimension.id is 'Number of the dimension';
comment on column figures.dimension.code is 'Stable name';
comment on column figures.dimension.name_vi is 'Vietnamese name';
comment on column figures.dimension.name_en is 'English name';
comment on column figures.dimension.owner_id is 'Province that made it for its own use; null: the ministry''s';
comment on column figures.dimension.position is 'Order in lists';
comment on table  figures.part is 'The parts of a dimension: male, female …';
comment on column figures.part.id is 'Number that figures carry as their breakdown';
comment on column figures.part.dimension_id is 'The dimension';
comment on column figures.part.code is 'Stable name: <indicator>__<part> is the code of a part of an indicator, in forms, files, formulas and over HTTP';
comment on column figures.part.name_vi is 'Vietnamese name';
comment on column figures.part.name_en is 'English name';
comment on column figures.part.position is 'Order within the dimension';
comment on table  figures.indicator_dimension is 'Which indicators are broken down by which dimensions; never taken back, because figures were given by them';
comment on column figures.indicator_dimension.indicator_id is 'The indicator';
comment on column figures.indicator_dimension.dimension_id is 'The dimension';
comment on column figures.indicator.valid_from is 'First day that its figures may speak about; null: any';
comment on column figures.indicator.valid_to is 'First day that its figures may no longer speak about; null: none yet';
comment on column figures.indicator.replaced_by is 'Code of the indicator that is used instead from then on';
comment on column figures.indicator.owner_id is 'Province that made it for its own use; null: the ministry''s';
comment on column figures.indicator.never_falls is 'Cumulative: a later value below an earlier one of the same place is a doubt';
