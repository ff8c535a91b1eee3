-- The ministry adds composition templates: the norm of the next years is nobody's to know today.
alter table staffing.composition add column decision text;
comment on column staffing.composition.decision is 'Decision that gave it; null for those known from the beginning';
grant insert on staffing.composition, staffing.composition_part to bamcoso_app;
