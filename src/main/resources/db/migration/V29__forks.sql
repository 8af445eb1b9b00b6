-- What RFC 3253 says of further successors of a revision: null for allowed, else DISCOURAGED or FORBIDDEN.
alter table revision add column checkout_fork varchar(11);
alter table revision add column checkin_fork varchar(11);
