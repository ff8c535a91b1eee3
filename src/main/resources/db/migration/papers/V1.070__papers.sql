-- Issued documents: drafts, signing steps, numbers, frozen bytes.
create schema papers;
grant usage on schema papers to bamcoso_app;
