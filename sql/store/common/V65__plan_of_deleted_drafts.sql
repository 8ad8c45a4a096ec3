-- Of which plan a draft was that is deleted; null of those that were deleted before this was kept, which administrators alone read.
alter table override_event add column plan_name varchar(80);
