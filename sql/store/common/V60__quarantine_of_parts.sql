-- Which company and site a row names that is set aside, as its source gives them and empty where it gives none, so that
-- whoever sees a part of the data sees the rows of it. Rows of before are null and belong to no part until they are read
-- again.
alter table quarantine add column org_id varchar(80);
alter table quarantine add column site_id varchar(80);
