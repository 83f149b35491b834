-- When do viewers look away? The share of viewings that looked at the screen for half of the second.
-- Когда зрители отворачиваются? Доля контактов, смотревших на экран не менее половины секунды.
with of_second as (
    select creative_key, second_no,
        avg((attentive_share >= 0.5 - 1e-9)::integer) as attention,
        count(*)                                      as viewings,
        count(distinct viewer_key)                    as viewers
    from bi.fact_second
    where is_in_creative and is_counted
    group by creative_key, second_no
)
select campaign_name, creative_name, clock_text, attention, viewings as n
from of_second
join bi.dim_second using (creative_key, second_no)
join bi.dim_campaign using (campaign_key)
join bi.dim_creative using (creative_key)
where viewers >= min_group_size
order by campaign_name, creative_name, second_no;
