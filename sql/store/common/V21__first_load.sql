-- into_empty: the store held no line when the run began, so that its lines are compared with nothing and the indexes of
-- sales_line that only readers need are built after them.
alter table intake_run add column into_empty boolean default false not null;
