-- Where the incoming figures wait to be judged: the figures, side by side as they came, which column is which, and the origins that they come from. Gone with the transaction.
create temporary table incoming (
    row_no int not null, lot int not null, period_id int not null, place_id int not null, slice smallint not null, vals numeric[] not null) on commit drop;
create temporary table incoming_column (slice smallint not null, at smallint not null, indicator_id smallint not null, breakdown smallint not null) on commit drop;
create temporary table incoming_lot (lot int not null, kind text not null, ref bigint, known timestamptz not null, note text, origin_id int) on commit drop
