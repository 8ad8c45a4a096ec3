-- What became final last in a version, and what since an instant.
create index final_step_changed on final_step (version_id, changed_at);
