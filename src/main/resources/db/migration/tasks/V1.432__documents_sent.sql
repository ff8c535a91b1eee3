-- A directive may also go out by the exchange, once to each organisation; the receiver's states come back to it.
alter table tasks.exchange drop constraint exchange_registered;
alter table tasks.exchange add constraint exchange_registered check (directive_id is null or direction = 'out' or status in ('registered', 'recalled'));
create unique index exchange_letter_out_once on tasks.exchange (partner, directive_id) where direction = 'out' and kind = 'letter';
create unique index exchange_letter_out_id on tasks.exchange (partner, document_id) where direction = 'out' and kind = 'letter';
