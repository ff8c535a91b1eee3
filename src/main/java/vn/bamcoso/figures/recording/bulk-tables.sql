-- Where the incoming figures wait to be judged: the figures, and the origins that they come from. Gone with the transaction.
create temporary table incoming (
    row_no int not null, lot int not null, period_id int not null, place_id int not null, indicator_id smallint not null, breakdown smallint not null,
    value numeric) on commit drop;
create temporary table incoming_lot (lot int not null, kind text not null, ref bigint, known timestamptz not null, note text, origin_id int) on commit drop
