-- To recompute EEI with its interval in a tool of your own: one row per creative and viewer. EEI is
-- 100 * (sum(positive) - sum(negative)) / sum(positive + negative + neutral); for the interval draw
-- rows of a creative with replacement, as many as there are, 2,000 times, and take the percentiles
-- 2.5 and 97.5. The portal does the same with a fixed seed, so the ends differ by the chance of drawing.
-- Чтобы пересчитать ИЭО с интервалом в своей программе: одна строка на ролик и зрителя. ИЭО равен
-- 100 * (sum(positive) - sum(negative)) / sum(positive + negative + neutral); для интервала выбирайте
-- строки ролика с возвращением, столько же, сколько их есть, 2000 раз, и берите процентили 2,5 и 97,5.
-- Портал делает то же с постоянным начальным числом, так что концы различаются случайностью выбора.
select
    campaign_name,
    creative_name,
    viewer_code,
    count(*) filter (where response = 'POSITIVE') as positive,
    count(*) filter (where response = 'NEGATIVE') as negative,
    count(*) filter (where response = 'NEUTRAL')  as neutral
from bi.fact_viewing
join bi.dim_viewer using (viewer_key)
join bi.dim_creative using (creative_key)
join bi.dim_campaign on dim_campaign.campaign_key = fact_viewing.campaign_key
where response <> 'EXCLUDED'
group by campaign_name, creative_name, creative_key, viewer_code, viewer_key
order by campaign_name, creative_name, viewer_code;
