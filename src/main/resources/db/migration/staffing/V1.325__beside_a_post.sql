-- Roles beside a post are few among many full postings: asked by day, they are read by themselves.
create index posting_roles on staffing.posting (valid_to, valid_from) include (place_id, home, field, officer_id, office_id, title_id, kind) where kind <> 'full';
create index move_open on staffing.move (effective, id) where wave_id is null;
