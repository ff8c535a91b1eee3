-- Forms, submissions and their chain.
create schema reporting;
grant usage on schema reporting to bamcoso_app;
