-- What the check understood of a file stays until it is recorded: a file of ten thousand communes is read once, not twice.
alter table reporting.import_file add column reading bytea;
alter table reporting.import_file alter column reading set storage external;
comment on column reporting.import_file.reading is 'What was understood of the file (JSON): form version, period, and each row with its place and values; null until it is checked';
grant update (reading) on reporting.import_file to bamcoso_app;
