-- A/B: how far apart is EEI of two creatives of a campaign, and could that be chance? The interval is
-- the normal approximation for different viewers who each saw one creative once; where the same viewers
-- saw both, ask the portal's comparison, which draws viewers again.
-- A/B: насколько различается ИЭО двух роликов кампании и не случайность ли это? Интервал: нормальное
-- приближение для разных зрителей, каждый из которых видел один ролик раз; если ролики видели одни
-- и те же зрители, смотрите сравнение в портале, оно перевыбирает зрителей.
with creative as (
    select dim_campaign.campaign_key, creative_key, creative_name, min_group_size,
        100.0 * avg(response_score)                        as eei,
        10000.0 * var_samp(response_score) / count(*)      as variance,
        count(*)                                           as viewings,
        count(distinct viewer_key)                         as viewers
    from bi.fact_viewing
    join bi.dim_creative using (creative_key)
    join bi.dim_campaign on dim_campaign.campaign_key = fact_viewing.campaign_key
    where response_score is not null
    group by dim_campaign.campaign_key, creative_key, creative_name, min_group_size
    having count(distinct viewer_key) >= min_group_size
)
select
    campaign_name,
    a.creative_name                                          as creative_a,
    a.eei                                                    as eei_a,
    a.viewings                                               as n_a,
    b.creative_name                                          as creative_b,
    b.eei                                                    as eei_b,
    b.viewings                                               as n_b,
    a.eei - b.eei                                            as difference,
    a.eei - b.eei - 1.959964 * sqrt(a.variance + b.variance) as difference_low,
    a.eei - b.eei + 1.959964 * sqrt(a.variance + b.variance) as difference_high
from creative as a
join creative as b using (campaign_key)
join bi.dim_campaign using (campaign_key)
where a.creative_key < b.creative_key
order by campaign_name, creative_a, creative_b;
