-- What part of the data an export is of, as its terms end with it; empty where it is of all.
alter table forecast_export add column scope_terms varchar default '' not null;
update forecast_export set scope_terms = substring(terms from position('&scope' in terms) + 1)
  where position('&scope' in terms) > 0;
