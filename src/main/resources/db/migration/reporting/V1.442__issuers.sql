-- Who issued the certificate with which a signed copy was signed, and whether the organisation trusted that issuer then.
alter table reporting.signed_copy
    add column trust  text check (trust in ('not_checked', 'known', 'unknown_issuer', 'out_of_date')),
    add column issuer text;
comment on column reporting.signed_copy.trust is 'What was said of the issuer when the copy was kept: known, unknown_issuer, out_of_date, or not_checked when no issuers were named; null without a signer';
comment on column reporting.signed_copy.issuer is 'Issuer of the signer''s certificate';
