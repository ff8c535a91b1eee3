-- What a province adds, with its reason, counts in the nation once the ministry has received it.
comment on table reporting.consolidation_line is 'Lines of a consolidated report; its additions become figures of the province when the ministry receives it';
alter table reporting.consolidation_line add column recorded numeric;
comment on column reporting.consolidation_line.recorded is 'The addition that counts among the figures since the ministry received the report; null none';
