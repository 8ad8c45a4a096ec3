create or replace view dw_ofbiz_party_name as
select p.party_id, coalesce(g.group_name, p.description) as party_name
from party p
left join party_group g on g.party_id = p.party_id;
