-- Behind the highest number that the store knows of, also where only another table still tells of it.
select setval('series_number',
    (select coalesce(max(highest), 0) + 1 from
    (select max(series_id) as highest from series
     union all select max(series_id) from sales_line
     union all select max(series_id) from sales_line_history
     union all select max(series_id) from demand_layer) known), false);
select setval('version_number',
    (select coalesce(max(highest), 0) + 1 from
    (select max(version_id) as highest from forecast_version
     union all select max(version_id) from publication
     union all select max(version_id) from publication_log
     union all select max(replaced) from publication_log
     union all select max(taken_from) from forecast_plan) known), false);
select setval('layer_number',
    (select coalesce(max(highest), 0) + 1 from
    (select max(layer_id) as highest from demand_layer
     union all select max(layer_id) from applied_layer) known), false);
select setval('issue_number',
    (select coalesce(max(issue_id), 0) + 1 from quality_issue), false);
select setval('event_number',
    (select coalesce(max(event_id), 0) + 1 from planned_event), false);
select setval('file_number',
    (select coalesce(max(file_id), 0) + 1 from intake_file), false);
