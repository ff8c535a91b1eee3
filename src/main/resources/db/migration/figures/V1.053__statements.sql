-- What was published about an indicator, as it was printed. A statement is never a figure: it is kept beside the figures and checked against them.
create table figures.statement (
    id            int generated always as identity primary key,
    code          text constraint statement_code_once unique,
    field         smallint not null references access.field,
    home          smallint not null,
    place_id      int not null references territory.place,
    indicator_id  smallint not null references figures.indicator,
    period        text,
    map_day       date not null,
    printed       text not null check (printed <> ''),
    unit          text,
    qualifier     text not null check (qualifier in ('exact', 'over', 'nearly', 'about', 'at_least', 'at_most', 'in_full', 'range', 'all')),
    value         numeric not null,
    upper         numeric,
    numerator     numeric,
    denominator   numeric,
    article       text not null,
    publisher     text not null,
    published     date,
    event_vi      text not null,
    event_en      text not null,
    note_vi       text,
    note_en       text,
    entered_by    int not null,
    entered_at    timestamptz not null,
    superseded_by int references figures.statement
);
create index on figures.statement (indicator_id, place_id);
create index on figures.statement (superseded_by);
comment on table  figures.statement is 'Published statements (công bố): what an article or report printed, kept as printed. A correction is a new row; two sources may disagree and both stay';
comment on column figures.statement.id is 'Number of the statement';
comment on column figures.statement.code is 'Stable code of a statement that the product brings along; null for those entered later and for corrections';
comment on column figures.statement.field is 'Field of work of the indicator: decides who may read and enter it';
comment on column figures.statement.home is 'Province of the 63 in which the place lies; 0 the nation';
comment on column figures.statement.place_id is 'territory.place that the statement is about';
comment on column figures.statement.indicator_id is 'figures.indicator that it speaks about';
comment on column figures.statement.period is 'Code of the period or day, ~2018 for about 2018; null when the source gives none';
comment on column figures.statement.map_day is 'Day on whose map it is checked: the last day of the period unless said otherwise';
comment on column figures.statement.printed is 'The number with its word, exactly as printed: gần 45.000';
comment on column figures.statement.unit is 'The words for what is counted, as printed';
comment on column figures.statement.qualifier is 'What the printed word claims: documents.numbers.Qualifier in small letters';
comment on column figures.statement.value is 'The number said; of a range the lower end';
comment on column figures.statement.upper is 'Upper end of a range';
comment on column figures.statement.numerator is 'First number of a printed fraction';
comment on column figures.statement.denominator is 'Second number of a printed fraction; null when the source states none';
comment on column figures.statement.article is 'Title or short description of the source';
comment on column figures.statement.publisher is 'Who published it';
comment on column figures.statement.published is 'Day of publication; null when the source bears none';
comment on column figures.statement.event_vi is 'Event that the source tells about, in Vietnamese';
comment on column figures.statement.event_en is 'The same in English';
comment on column figures.statement.note_vi is 'What a reader should be warned of, in Vietnamese';
comment on column figures.statement.note_en is 'The same in English';
comment on column figures.statement.entered_by is 'identity.app_user.id; 0 the program itself';
comment on column figures.statement.entered_at is 'When it was entered';
comment on column figures.statement.superseded_by is 'The statement that corrects this one; null while it stands';
call access.protect('figures.statement');
grant select, insert, update (superseded_by) on figures.statement to bamcoso_app;
