create index your_moment_changed on your_moment ((changed_at at time zone 'UTC'), id);
