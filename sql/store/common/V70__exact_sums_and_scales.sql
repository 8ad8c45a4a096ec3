-- Sums of what readers see are sums of its decimals, which are the same in any order and on any database.
alter table version_volume rename to version_volume_in_binary;
create table version_volume (
    version_id bigint         not null,
    org_id     varchar(80)    not null,
    site_id    varchar(80)    not null,
    step       int            not null,
    mean       numeric(38, 6) not null,
    constraint version_volume_key primary key (version_id, org_id, site_id, step)
);
insert into version_volume (version_id, org_id, site_id, step, mean)
select f.version_id, s.org_id, s.site_id, f.step, sum(cast(cast(f.mean as varchar(40)) as numeric(30, 6)))
from forecast f join series s on s.series_id = f.series_id
where f.version_id in (select distinct version_id from version_volume_in_binary)
group by f.version_id, s.org_id, s.site_id, f.step;
drop table version_volume_in_binary;

-- The scale of RMSSE: the root of the mean square of the changes of demand from period to period; null = not known, or 0.
alter table series_result add column squared_scale double precision;
alter table archived_series add column squared_scale double precision;

-- A customer's lines are found without reading all, for whoever erases the code.
create index sales_line_customer on sales_line (customer_id);
create index sales_line_history_customer on sales_line_history (customer_id);
create index pushed_line_customer on pushed_line (customer_id);
