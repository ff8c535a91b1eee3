-- What is replayed: one row for each report, one for each time that it was sent, and whose hands they went through.
create temporary table replay_report (
    no int not null, form_id smallint, version_id int, field smallint not null, period text not null, starts date, ends date not null, place_id int not null,
    status text not null, revisions smallint not null, due date, late boolean not null, sent timestamptz not null, approved timestamptz
) on commit drop;
create temporary table replay_sending (
    no int not null, number smallint not null, indicators text[], cells numeric[] not null, reason text,
    sent timestamptz not null, decision text, decided timestamptz, note text, file int not null
) on commit drop;
create temporary table replay_file (
    file int not null, name text not null, form_id smallint, field smallint not null, period text not null, moment timestamptz not null, reports int not null
) on commit drop;
create temporary table replayed (
    no int not null, id bigint not null, home smallint not null, place_id int not null, field smallint not null, version_id int, status text not null,
    clerk int not null, chief int not null, staff int not null
) on commit drop;
create temporary table replay_hand (place_id int, home smallint, clerk int, chief int, staff int) on commit drop
