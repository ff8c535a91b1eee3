-- Provinces and departments of the ministry report too: their reports begin at their own office and wait at the ministry.
alter table reporting.form_step drop constraint form_step_office_kind_check;
alter table reporting.form_step add constraint form_step_office_kind_check check (office_kind in ('commune', 'district', 'provincial', 'department', 'ministry'));
alter table reporting.submission drop constraint submission_waits_at_check;
alter table reporting.submission add constraint submission_waits_at_check check (waits_at in ('district', 'provincial', 'ministry'));
create index on reporting.submission (form_id) where waits_at = 'ministry';
