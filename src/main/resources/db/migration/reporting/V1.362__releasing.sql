-- Who released a version is written when it is released.
grant update (released_by, released_at, note) on reporting.form_version to bamcoso_app;
