-- Browsers that are signed in at the page have an app password of their own kind (docs/schema.md).
alter table app_password add column session boolean default false not null;
