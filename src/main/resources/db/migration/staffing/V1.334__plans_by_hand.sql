-- A plan that people made, beside those that were computed: counted by the same score, compared line by line.
alter table staffing.plan add by_hand boolean not null default false;
comment on column staffing.plan.by_hand is 'Whether people made it; it is counted like the others and never computed';
