-- Two people at one computer each have a key of their own there: neither opens what the other left, and neither loses it.
alter table reporting.device drop constraint device_pkey, add primary key (id, user_id);
