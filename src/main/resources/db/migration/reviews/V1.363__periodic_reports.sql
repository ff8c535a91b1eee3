-- Periodic narrative reports of a province or the ministry are reviews of a period; provinces have their own.
alter table reviews.review add column period text, add column forms text[];
comment on column reviews.review.period is 'Of a periodic report: code of its period; null for a review of a conference';
comment on column reviews.review.forms is 'Of a periodic report: codes of the forms whose figures it says';
comment on column reviews.review.home is '0: the nation''s; else the province''s own';
comment on column reviews.review.place_id is 'The nation, or the province';
