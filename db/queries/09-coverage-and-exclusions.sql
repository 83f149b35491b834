-- How much of each ad was observed, and which contacts were left out, for what reason?
-- Какая часть ролика наблюдалась и какие контакты исключены, по какой причине?
select
    campaign_name,
    creative_name,
    coalesce(exclusion_reason, case when outcome is null then 'NOT_ANALYSED' else 'COUNTED' end) as reason,
    count(*)                 as contacts,
    avg(coverage)            as mean_coverage,
    count(*)::double precision / sum(count(*)) over (partition by creative_key) as share_of_contacts
from bi.fact_viewing
join bi.dim_creative using (creative_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_viewing.campaign_key
group by campaign_name, creative_name, creative_key, reason
order by campaign_name, creative_name, contacts desc, reason;
