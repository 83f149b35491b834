-- Which scene works, and which hurts? The mean of its seconds' ИЭО, and its best second.
-- Какая сцена работает, а какая вредит? Среднее ИЭО её секунд и лучшая секунда.
select
    campaign_name,
    creative_name,
    scene_number,
    start_second,
    end_second,
    avg(curve.eei)                                         as mean_eei,
    (array_agg(second order by curve.eei desc, second))[1] as best_second,
    min(viewers)                                           as least_n
from bi.fact_creative_second as curve
join bi.dim_scene using (creative_key, scene_number, campaign_key)
join bi.dim_creative using (creative_key, campaign_key)
join bi.dim_campaign using (campaign_key)
where curve.eei is not null
group by campaign_name, creative_name, creative_key, scene_number, start_second, end_second
order by campaign_name, creative_name, scene_number;
