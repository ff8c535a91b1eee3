-- Where do the carried lists lie while they are being read?
create temp table load_unit (id int generated always as identity, level text, code text, kind text, name text, parent text,
    valid_from date, valid_to date, from_quality text) on commit drop;
create temp table load_lineage (day date, old text, new text, relation text, share numeric, basis text, confidence text, resolution text, evidence text) on commit drop;
create temp table load_department (code text, name text) on commit drop;
create temp table load_attribute (place text, name text, value text, valid_from date, valid_to date, source text) on commit drop;
create temp table load_same (old int, new int) on commit drop;
create temp table load_place (unit int primary key, place_id int) on commit drop;
