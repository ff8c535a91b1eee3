-- Posts as other rooms name them: an office and a role; whoever holds it on a day answers. It stays right when the holder changes.
create view identity.pub_holder with (security_invoker = true) as
    select g.office_id, g.role, g.user_id, u.name, g.field, g.valid_from, g.valid_to
    from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null;
grant select on identity.pub_holder to bamcoso_app;
comment on view   identity.pub_holder is 'Who holds which post (office and role) on which days';
comment on column identity.pub_holder.office_id is 'The office';
comment on column identity.pub_holder.role is 'The role';
comment on column identity.pub_holder.user_id is 'Who holds it';
comment on column identity.pub_holder.name is 'Name as shown';
comment on column identity.pub_holder.field is 'Field of work; null for all of them';
comment on column identity.pub_holder.valid_from is 'First day';
comment on column identity.pub_holder.valid_to is 'First day on which it no longer holds';
