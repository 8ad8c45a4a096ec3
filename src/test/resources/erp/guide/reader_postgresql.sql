-- PostgreSQL: the account that Demandwright reads with.
create role demandwright login password 'a-long-password';
grant usage on schema public to demandwright;
revoke create on schema public from public;
