-- Behind the highest number that the store knows of, also where only another table still tells of it.
alter sequence series_number restart with
    (select coalesce(max(highest), 0) + 1 from
    (select max(series_id) as highest from series
     union all select max(series_id) from sales_line
     union all select max(series_id) from sales_line_history
     union all select max(series_id) from demand_layer) known);
alter sequence version_number restart with
    (select coalesce(max(highest), 0) + 1 from
    (select max(version_id) as highest from forecast_version
     union all select max(version_id) from publication
     union all select max(version_id) from publication_log
     union all select max(replaced) from publication_log
     union all select max(taken_from) from forecast_plan) known);
alter sequence layer_number restart with
    (select coalesce(max(highest), 0) + 1 from
    (select max(layer_id) as highest from demand_layer
     union all select max(layer_id) from applied_layer) known);
alter sequence issue_number restart with
    (select coalesce(max(issue_id), 0) + 1 from quality_issue);
alter sequence event_number restart with
    (select coalesce(max(event_id), 0) + 1 from planned_event);
alter sequence file_number restart with
    (select coalesce(max(file_id), 0) + 1 from intake_file);
