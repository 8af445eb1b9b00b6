-- How much of what costs no room but counts, locks, checkouts and labels, each user has: counted up to a ceiling before
-- there is more. Labels that were there before are nobody's.
alter table revision_label add column principal varchar(255);
create index revision_label_principal on revision_label (principal);
create index dav_lock_principal on dav_lock (principal);
create index checkout_principal on checkout (principal);
