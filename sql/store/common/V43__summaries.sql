-- What the run that made a version read, chose and measured, kept when it was finished; those of versions made before
-- are counted for each reader. Errors are NaN where nothing was tested.
create table version_summary (
    version_id     bigint           not null,
    used_lines     bigint           not null,
    open_lines     bigint           not null,
    wape           double precision not null,
    rmsse          double precision not null,
    cum_wape       double precision not null,
    bias           double precision not null,
    naive_wape     double precision not null,
    naive_rmsse    double precision not null,
    naive_cum_wape double precision not null,
    naive_bias     double precision not null,
    below10        double precision not null,
    up_to90        double precision not null,
    constraint version_summary_pk primary key (version_id)
);

-- Its counts. counted: EXCLUDED or QUARANTINED lines by reason, series by VERDICT or MODEL.
create table version_summary_count (
    version_id bigint      not null,
    counted    varchar(20) not null,
    name       varchar(80) not null,
    amount     bigint      not null,
    constraint version_summary_count_pk primary key (version_id, counted, name)
);
