-- What is EmoNPS of each campaign, for every K? A viewer's response is that of the sums over all viewings.
-- Каков EmoNPS каждой кампании при каждом K? Реакция зрителя — по сумме всех его контактов.
with viewer_sum as (
    select campaign_key, viewer_key,
        sum(observed_s) as observed_s, sum(positive_s) as positive_s, sum(negative_s) as negative_s
    from bi.fact_viewing
    where response <> 'EXCLUDED'
    group by campaign_key, viewer_key
),
min_response as (
    select *, greatest(min_response_s, min_response_share * observed_s) as min_s
    from viewer_sum
    join bi.dim_campaign using (campaign_key)
),
counted as (
    select campaign_key, campaign_name, min_group_size,
        count(*)                                                                     as viewers,
        count(*) filter (where positive_s >= min_s and positive_s >= negative_s)     as engaged,
        count(*) filter (where negative_s >= min_s and negative_s > positive_s)      as critical
    from min_response
    group by campaign_key, campaign_name, min_group_size
)
select
    campaign_name,
    k,
    100.0 * (engaged - critical - k * (viewers - engaged - critical)) / viewers as emo_nps,
    viewers,
    engaged,
    critical,
    viewers - engaged - critical as silent
from counted
cross join generate_series(0.2, 1.0, 0.1) as k
where viewers >= min_group_size
order by campaign_name, campaign_key, k;
