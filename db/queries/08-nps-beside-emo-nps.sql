-- What did viewers say, and what did their faces show? NPS and CSAT beside EEI, with n of each.
-- Что зрители сказали и что показали их лица? NPS и CSAT рядом с ИЭО, с n каждого.
with said as (
    select campaign_key,
        count(nps_answer) as nps_n,
        100.0 * avg(case when nps_answer >= 9 then 1 when nps_answer <= 6 then -1 when nps_answer is not null then 0 end) as nps,
        count(csat_answer) as csat_n,
        avg(csat_answer)   as csat
    from bi.fact_answer
    group by campaign_key
),
shown as (
    select campaign_key, 100.0 * avg(response_score) as eei, count(response_score) as viewings,
        count(distinct viewer_key) as viewers
    from bi.fact_viewing
    where response_score is not null
    group by campaign_key
)
select
    campaign_name,
    case when nps_n >= min_group_size then nps end   as nps,
    nps_n,
    case when csat_n >= min_group_size then csat end as csat,
    csat_n,
    case when viewers >= min_group_size then eei end as eei,
    viewings,
    viewers
from bi.dim_campaign
join said using (campaign_key)
left join shown using (campaign_key)
order by campaign_name;
