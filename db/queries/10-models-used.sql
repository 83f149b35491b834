-- Which models made the figures of each campaign, and do figures of two models stand side by side?
-- Какими моделями получены показатели кампании и не смешаны ли в них разные модели?
select
    campaign_name,
    model_purpose,
    model_name,
    count(*)                                         as viewings,
    min(finished_at)                                 as first_finished_at,
    max(finished_at)                                 as last_finished_at,
    count(*) over (partition by campaign_key, model_purpose) as models_of_this_purpose
from bi.dim_run
join bi.dim_campaign using (campaign_key)
join bi.dim_model on model_key in (detector_key, classifier_key)
where is_current and analysis_state = 'COMPLETED'
group by campaign_key, campaign_name, model_purpose, model_name, model_key
order by campaign_name, model_purpose, viewings desc, model_name;
