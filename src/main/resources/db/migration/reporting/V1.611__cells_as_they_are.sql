-- What a report of many cells held is kept as it is: pressing three hundred numbers together takes a third of a millisecond, and saves a kilobyte.
alter table reporting.revision alter column cells set storage external;
