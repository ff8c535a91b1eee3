-- What is delivered: one row for each report, one for each time that it was sent, its cells not pressed together. Gone with the transaction.
create temporary table bringing (
    no int not null, kind text not null, form_id smallint, version_id int, field smallint not null, period text not null, starts date, ends date not null,
    place_id int not null, home smallint not null, office_id int not null, submission_id bigint, known boolean not null, lock int not null,
    status text not null, number smallint not null, due date, late boolean not null, one_person boolean not null, waits_at text, clerk int not null, chief int not null
) on commit drop;
create temporary table bringing_sending (
    no int not null, number smallint not null, last boolean not null, import_id bigint not null, indicators text[], cells numeric[] storage external not null, reason text,
    drafted timestamptz not null, sent timestamptz not null, decision text, decided timestamptz, decided_by int, remark text
) with (toast_tuple_target = 8160) on commit drop
