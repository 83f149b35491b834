-- In which second does each creative do worst? Of equal ones the first.
-- В какую секунду ролик работает хуже всего? Из равных первая.
select distinct on (campaign_name, creative_name, creative_key)
    campaign_name,
    creative_name,
    clock_text,
    eei,
    negative_share,
    viewers as n
from bi.fact_creative_second
join bi.dim_second using (creative_key, second_no)
join bi.dim_creative using (creative_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_creative_second.campaign_key
where eei is not null
order by campaign_name, creative_name, creative_key, eei, second_no;
