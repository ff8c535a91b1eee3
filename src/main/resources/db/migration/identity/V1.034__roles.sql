-- What roles are called, for other rooms.
create view identity.pub_role with (security_invoker = true) as select code as role, name_vi, name_en, reads, writes from identity.role;
grant select on identity.pub_role to bamcoso_app;
comment on view   identity.pub_role is 'Names of roles';
comment on column identity.pub_role.role is 'Stable name';
comment on column identity.pub_role.name_vi is 'Vietnamese name';
comment on column identity.pub_role.name_en is 'English name';
comment on column identity.pub_role.reads is 'Whether a grant of it opens rows for reading';
comment on column identity.pub_role.writes is 'Whether a grant of it opens rows for writing';
