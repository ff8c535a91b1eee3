-- Crossed breakdowns (sex by title): a dimension made of two others, whose parts are the pairs of theirs.
alter table figures.dimension
    add column first_id  smallint references figures.dimension,
    add column second_id smallint references figures.dimension,
    add constraint dimension_crossed check ((first_id is null) = (second_id is null) and first_id <> second_id),
    add constraint dimension_crossed_once unique (first_id, second_id);
alter table figures.part
    add column first_id  smallint references figures.part,
    add column second_id smallint references figures.part,
    add constraint part_crossed check ((first_id is null) = (second_id is null)),
    add constraint part_crossed_once unique (dimension_id, first_id, second_id);
comment on column figures.dimension.first_id is 'Of a crossed one: the first of the two dimensions that it crosses';
comment on column figures.dimension.second_id is 'Of a crossed one: the second';
comment on column figures.part.first_id is 'Of a part of a crossed dimension: the part of the first dimension';
comment on column figures.part.second_id is 'Of a part of a crossed dimension: the part of the second';
