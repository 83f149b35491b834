-- What share of viewers is positive or negative in each second, of how many, and how sure is that?
-- Какая доля зрителей в положительном или отрицательном состоянии в каждую секунду, из скольких и насколько это точно?
select
    campaign_name,
    creative_name,
    clock_text,
    viewers as n,
    positive_share,
    positive_low,
    positive_high,
    negative_share,
    neutral_share
from bi.fact_creative_second
join bi.dim_second using (second_key)
join bi.dim_creative on dim_creative.creative_key = fact_creative_second.creative_key
join bi.dim_campaign on dim_campaign.campaign_key = fact_creative_second.campaign_key
order by campaign_name, creative_name, second_key;
