-- Keys by which people sign in without a password: the private half never leaves their device.
create table identity.passkey (
    credential bytea  primary key check (octet_length(credential) between 1 and 1023),
    user_id    int    not null references identity.app_user,
    host       text   not null,
    attested   bytea  not null,
    counter    bigint not null,
    name       text   not null check (name <> ''),
    made_at    timestamptz not null,
    used_at    timestamptz
);
create index on identity.passkey (user_id);
comment on table identity.passkey is 'Passkeys (khóa truy cập): public halves of the keys that users'' devices hold, by WebAuthn';
comment on column identity.passkey.credential is 'Number that the device gave the key';
comment on column identity.passkey.user_id is 'Whose key it is';
comment on column identity.passkey.host is 'Name of the host for which it was made: it opens no other';
comment on column identity.passkey.attested is 'Public key as the device told it';
comment on column identity.passkey.counter is 'Counts the uses on devices that count; one that goes back is a copy and is refused';
comment on column identity.passkey.name is 'What its owner calls it';
comment on column identity.passkey.made_at is 'When it was added';
comment on column identity.passkey.used_at is 'Last sign-in with it; null before the first';
grant select, insert, delete on identity.passkey to bamcoso_app;
grant update (counter, used_at) on identity.passkey to bamcoso_app;
