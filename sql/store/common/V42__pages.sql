-- The series of an item or a site, in the order in which pages of them are read.
create index series_item on series (item_id, series_id);
create index series_site on series (site_id, series_id);
