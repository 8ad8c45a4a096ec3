-- How each model did in the tests of a version, added up by demand class and category, kept when it was finished; those of versions made
-- before are counted for each reader. model_id published = what was chosen. Sums of units in base units; scaled: series whose scaled errors
-- are known; compared: series that the reference was tested on too, won: those of them with the smaller error, a tie is half of one.
create table model_standing (
    version_id     bigint         not null,
    model_id       varchar(200)   not null,
    pattern        varchar(20)    not null,
    category       varchar(80)    not null,
    series_count   bigint         not null,
    chosen         bigint         not null,
    ml_pays        bigint         not null,
    use_simple     bigint         not null,
    not_forecast   bigint         not null,
    scaled         bigint         not null,
    rmsse          numeric(38, 9) not null,
    mase           numeric(38, 9) not null,
    absolute_error numeric(38, 6) not null,
    error          numeric(38, 6) not null,
    actual         numeric(38, 6) not null,
    compared       bigint         not null,
    won            numeric(20, 1) not null,
    constraint model_standing_pk primary key (version_id, model_id, pattern, category)
);
