-- How much of each creative was observed, and which viewings were excluded, for what reason?
-- Какая часть ролика наблюдалась и какие контакты исключены, по какой причине?
select
    campaign_name,
    creative_name,
    coalesce(exclusion_reason, case when response is null then 'NOT_ANALYSED' else 'COUNTED' end) as reason,
    count(*)                 as viewings,
    avg(coverage)            as mean_coverage,
    count(*)::double precision / sum(count(*)) over (partition by creative_key) as share_of_viewings
from bi.fact_viewing
join bi.dim_creative using (creative_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_viewing.campaign_key
group by campaign_name, creative_name, creative_key, reason
order by campaign_name, creative_name, viewings desc, reason;
