-- What is EEI in each segment and month of upload? Groups too small to be shown are omitted.
-- Каков ИЭО в каждом сегменте и месяце загрузки? Слишком малые группы не показаны.
select
    campaign_name,
    segment_name,
    segment_value,
    month_start,
    100.0 * avg(response_score)    as eei,
    count(response_score)          as viewings,
    count(distinct viewer_key)  as viewers
from bi.fact_viewing
join bi.bridge_viewing_segment using (viewing_key)
join bi.dim_segment using (segment_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_viewing.campaign_key
join bi.dim_date on date_key = fact_viewing.created_date
where response_score is not null
group by dim_campaign.campaign_key, campaign_name, segment_name, segment_value, month_start, min_group_size
having count(distinct viewer_key) >= min_group_size
order by campaign_name, segment_name, segment_value, month_start;
