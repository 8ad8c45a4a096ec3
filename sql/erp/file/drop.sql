-- Takes back what schema.sql and views.sql made: a load that failed leaves nothing behind.
drop table if exists file_order_line cascade;
drop table if exists file_item cascade;
drop table if exists file_site cascade;
drop table if exists file_quarantine cascade;
drop table if exists file_load cascade;
drop table if exists file_exclusion cascade;
drop table if exists file_lines cascade;
