-- There may be any number of ERPs beside the first.
update demand_source set kind = 'OTHER_ERP' where kind = 'SECOND_ERP';
