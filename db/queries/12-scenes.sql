-- Which scene works, and which hurts? The mean of its seconds' EEI, and its best second.
-- Какая сцена работает, а какая вредит? Среднее ИЭО её секунд и лучшая секунда.
select
    campaign_name,
    creative_name,
    scene_no,
    start_second_no,
    end_second_no,
    avg(eei)                                               as mean_eei,
    (array_agg(second_no order by eei desc, second_no))[1] as best_second,
    min(viewers)                                           as min_n
from bi.fact_creative_second
join bi.dim_scene using (creative_key, scene_no, campaign_key)
join bi.dim_creative using (creative_key, campaign_key)
join bi.dim_campaign using (campaign_key)
where eei is not null
group by campaign_name, creative_name, creative_key, scene_no, start_second_no, end_second_no
order by campaign_name, creative_name, scene_no;
