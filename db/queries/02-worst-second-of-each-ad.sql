-- In which second does each ad do worst? Of equal ones the first.
-- В какую секунду ролик работает хуже всего? Из равных первая.
select distinct on (campaign_name, creative_name, creative_key)
    campaign_name,
    creative_name,
    clock_text,
    fact_creative_second.eei,
    negative_share,
    viewers as n
from bi.fact_creative_second
join bi.dim_second using (creative_key, second)
join bi.dim_creative using (creative_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_creative_second.campaign_key
where fact_creative_second.eei is not null
order by campaign_name, creative_name, creative_key, fact_creative_second.eei, second;
