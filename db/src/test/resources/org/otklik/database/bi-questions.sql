-- What people ask with BI tools, as these write it; of the campaign that BiQuestionsIT loads.
-- frames by viewer
select v.viewer_code, count(*) from bi.fact_viewing w left join bi.fact_frame f using (viewing_key) join bi.dim_viewer v on v.viewer_key = w.viewer_key join bi.dim_campaign c on c.campaign_key = w.campaign_key where c.campaign_name = 'Crowd' group by 1;
-- frames by viewer, inner join
select v.viewer_code, count(*) from bi.fact_viewing w join bi.fact_frame f on f.viewing_key = w.viewing_key join bi.dim_viewer v on v.viewer_key = f.viewer_key join bi.dim_campaign c on c.campaign_key = w.campaign_key where c.campaign_name = 'Crowd' group by 1;
-- all frames counted
select count(*) from bi.fact_frame;
-- frames by emotion
select dominant_emotion, count(*), avg(valence) from bi.fact_frame group by 1 order by 2 desc;
-- emotions by creative
select cr.creative_name, f.dominant_emotion, count(*) n, avg(f.happiness_probability) from bi.fact_frame f join bi.dim_creative cr on cr.creative_key = f.creative_key join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd' group by 1, 2 order by 1, 3 desc;
-- happiness by second and segment
select f.second_no, s.segment_value, avg(f.happiness_probability), count(distinct f.viewing_key) from bi.fact_frame f join bi.bridge_viewing_segment b on b.viewing_key = f.viewing_key join bi.dim_segment s on s.segment_key = b.segment_key join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd' and s.segment_name = 'sex' group by 1, 2 order by 1, 2;
-- seconds by scene and segment
select sc.scene_no, s.segment_name, s.segment_value, avg(x.valence), count(distinct x.viewing_key) from bi.fact_second x join bi.dim_second d on d.creative_key = x.creative_key and d.second_no = x.second_no join bi.dim_scene sc on sc.creative_key = d.creative_key and sc.scene_no = d.scene_no join bi.bridge_viewing_segment b on b.viewing_key = x.viewing_key join bi.dim_segment s on s.segment_key = b.segment_key join bi.dim_campaign c on c.campaign_key = x.campaign_key where c.campaign_name = 'Crowd' group by 1, 2, 3 order by 1, 2, 3;
-- the same by the seconds' and scenes' own keys
select sc.scene_no, s.segment_value, avg(x.valence) from bi.fact_second x join bi.dim_second d using (second_key) join bi.dim_scene sc using (scene_key) join bi.bridge_viewing_segment b on b.viewing_key = x.viewing_key join bi.dim_segment s on s.segment_key = b.segment_key group by 1, 2;
-- quality reasons by model
select m.model_name, f.frame_result, f.quality_reason, count(*) from bi.fact_frame f join bi.fact_viewing v on v.viewing_key = f.viewing_key join bi.dim_model m on m.model_key = v.detector_key join bi.dim_campaign c on c.campaign_key = v.campaign_key where c.campaign_name = 'Crowd' group by 1, 2, 3;
-- viewings by month
select d.year, d.month, count(*), sum(v.response_score), avg(v.coverage) from bi.fact_viewing v join bi.dim_date d on d.date_key = v.created_date group by 1, 2;
-- frames by month
select d.month_start, count(*), count(distinct f.viewing_key) from bi.fact_frame f join bi.dim_date d on d.date_key = f.created_date group by 1;
-- everything left joined to a campaign, down to seconds
select c.campaign_name, cr.creative_name, v.viewer_key, v.response, count(x.second_no), avg(x.valence) from bi.dim_campaign c left join bi.dim_creative cr on cr.campaign_key = c.campaign_key left join bi.fact_viewing v on v.creative_key = cr.creative_key left join bi.fact_second x on x.viewing_key = v.viewing_key where c.campaign_name = 'Crowd' group by 1, 2, 3, 4;
-- everything left joined to a campaign, down to frames
select c.campaign_name, cr.creative_name, v.viewer_key, v.response, count(f.media_time_ms), avg(f.valence) from bi.dim_campaign c left join bi.dim_creative cr on cr.campaign_key = c.campaign_key left join bi.fact_viewing v on v.creative_key = cr.creative_key left join bi.fact_frame f on f.viewing_key = v.viewing_key where c.campaign_name = 'Crowd' group by 1, 2, 3, 4;
-- the ten most surprised frames
select cr.creative_name, v.viewer_key, f.creative_time_ms, f.surprise_probability from bi.fact_frame f join bi.fact_viewing v using (viewing_key) join bi.dim_creative cr on cr.creative_key = f.creative_key where f.is_counted order by f.surprise_probability desc nulls last limit 10;
-- viewings without an observed frame
select v.viewing_key from bi.fact_viewing v where not exists (select 1 from bi.fact_frame f where f.viewing_key = v.viewing_key and f.frame_result = 'OBSERVED');
-- frames of a segment's viewings
select count(*), avg(f.arousal) from bi.fact_frame f where f.viewing_key in (select b.viewing_key from bi.bridge_viewing_segment b join bi.dim_segment s using (segment_key) where s.segment_name = 'sex' and s.segment_value = 'female');
-- one viewing
select * from bi.fact_frame where viewing_key = (select max(viewing_key) from bi.fact_viewing) order by media_time_ms;
-- filter on the client
select cl, count(*) from (select c.client_code cl, f.viewing_key from bi.fact_frame f join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.client_code like 'c%') t group by 1;
-- a subselect that a tool wraps
select count(*) from (select v.viewing_key, v.viewer_key, f.second_no, f.valence from bi.fact_viewing v left join bi.fact_frame f on f.viewing_key = v.viewing_key left join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd') as t;
-- median valence by second
select f.second_no, percentile_cont(0.5) within group (order by f.valence) from bi.fact_frame f join bi.dim_creative cr on cr.creative_key = f.creative_key join bi.dim_campaign c on c.campaign_key = cr.campaign_key where c.campaign_name = 'Crowd' group by 1 order by 1;
-- seconds beside viewings and answers
select v.viewer_key, a.nps_answer, avg(x.valence) from bi.fact_viewing v left join bi.fact_answer a on a.viewer_key = v.viewer_key left join bi.fact_second x on x.viewing_key = v.viewing_key join bi.dim_campaign c on c.campaign_key = v.campaign_key where c.campaign_name = 'Crowd' group by 1, 2;
-- frames beside seconds
select f.second_no, count(*), avg(x.observed_share) from bi.fact_frame f join bi.fact_second x on x.viewing_key = f.viewing_key and x.second_no = f.second_no join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd' group by 1 order by 1;
-- a running sum
select second_no, sum(count(*)) over (order by second_no) from bi.fact_frame f join bi.dim_campaign c using (campaign_key) where c.campaign_name = 'Crowd' group by 1;
-- distinct viewers by emotion
select dominant_emotion, count(distinct viewer_key) from bi.fact_frame where frame_result = 'OBSERVED' group by 1 having count(distinct viewer_key) > 3;
-- models and runs
select m.model_purpose, m.model_name, count(distinct r.run_key), sum(r.frames_sampled) from bi.dim_model m join bi.fact_run r on r.detector_key = m.model_key or r.classifier_key = m.model_key group by 1, 2;
-- runs beside frames
select r.analysis_state, count(f.media_time_ms) from bi.dim_run r left join bi.fact_frame f on f.run_key = r.run_key group by 1;
-- previews
select * from bi.fact_frame limit 1000;
select * from bi.fact_second limit 1000;
-- values for a filter
select distinct quality_reason from bi.fact_frame;
-- ends of a slider
select min(creative_time_ms), max(creative_time_ms) from bi.fact_frame;
-- viewers searched by name
select distinct v.viewer_code from bi.dim_viewer v join bi.fact_viewing using (viewer_key) where v.viewer_code ilike '%1%' order by 1 limit 10;
-- a curve by creative and segment
select cr.creative_name, s.segment_value, x.second_no, 100.0 * count(*) filter (where x.state = 'POSITIVE') / nullif(count(x.state), 0) from bi.fact_second x join bi.dim_creative cr on cr.creative_key = x.creative_key join bi.dim_campaign c on c.campaign_key = cr.campaign_key left join bi.bridge_viewing_segment b on b.viewing_key = x.viewing_key left join bi.dim_segment s on s.segment_key = b.segment_key and s.segment_name = 'age' where c.campaign_name = 'Crowd' and x.is_counted group by 1, 2, 3 order by 1, 2, 3;
-- a cube
select c.campaign_name, cr.creative_name, f.frame_result, count(*) from bi.fact_frame f join bi.dim_creative cr using (creative_key) join bi.dim_campaign c on c.campaign_key = f.campaign_key group by cube (1, 2, 3);
-- moments beside seconds
select m.moment_kind, m.start_second_no, avg(s.positive_share) from bi.fact_moment m join bi.fact_creative_second s on s.creative_key = m.creative_key and s.second_no between m.start_second_no and m.end_second_no join bi.dim_campaign c on c.campaign_key = m.campaign_key where c.campaign_name = 'Crowd' group by 1, 2;
-- frames in moments, without an equal key but the creative's
select m.moment_kind, count(*), avg(f.happiness_probability) from bi.fact_moment m join bi.fact_frame f on f.creative_key = m.creative_key and f.second_no >= m.start_second_no and f.second_no < m.end_second_no group by 1;
-- days without viewings
select d.date_key, count(v.viewing_key) from bi.fact_viewing v right join bi.dim_date d on d.date_key = v.created_date group by 1 order by 1;
-- the last days' frames by viewer
select v.viewer_code, count(*) from bi.fact_frame f join bi.dim_viewer v on v.viewer_key = f.viewer_key where f.created_date >= date '2026-11-18' group by 1 order by 2 desc limit 20;
-- two segments at a time
select a.segment_value, s.segment_value, avg(f.valence), count(distinct f.viewer_key) from bi.fact_frame f join bi.bridge_viewing_segment ba on ba.viewing_key = f.viewing_key join bi.dim_segment a on a.segment_key = ba.segment_key and a.segment_name = 'age' join bi.bridge_viewing_segment bs on bs.viewing_key = f.viewing_key join bi.dim_segment s on s.segment_key = bs.segment_key and s.segment_name = 'sex' group by 1, 2;
-- three facts of a campaign, each summed up first
select c.campaign_name, w.n, x.valence, f.n from bi.dim_campaign c left join (select campaign_key, count(*) n from bi.fact_viewing group by 1) w using (campaign_key) left join (select campaign_key, avg(valence) valence from bi.fact_second group by 1) x using (campaign_key) left join (select campaign_key, count(*) n from bi.fact_frame where frame_result = 'OBSERVED' group by 1) f using (campaign_key);
-- the best second of each viewing beside its frames
with best as (select distinct on (viewing_key) viewing_key, second_no from bi.fact_second where state = 'POSITIVE' order by viewing_key, happiness_probability desc) select count(*), avg(f.happiness_probability) from best join bi.fact_frame f on f.viewing_key = best.viewing_key and f.second_no = best.second_no;
-- frames by everything that has a name
select c.client_name, c.campaign_name, cr.creative_name, sc.scene_no, v.viewer_code, count(*), avg(f.valence) from bi.fact_frame f left join bi.dim_creative cr on cr.creative_key = f.creative_key left join bi.dim_campaign c on c.campaign_key = cr.campaign_key left join bi.dim_second d on d.second_key = f.second_key left join bi.dim_scene sc on sc.scene_key = d.scene_key left join bi.fact_viewing w on w.viewing_key = f.viewing_key left join bi.dim_viewer v on v.viewer_key = w.viewer_key left join bi.dim_date t on t.date_key = w.created_date where t.year = 2026 group by 1, 2, 3, 4, 5 order by 6 desc limit 50;
-- frames by scene and segment
select sc.scene_no, s.segment_name, s.segment_value, avg(f.valence), count(distinct f.viewing_key) from bi.fact_frame f join bi.dim_second d on d.creative_key = f.creative_key and d.second_no = f.second_no join bi.dim_scene sc on sc.creative_key = d.creative_key and sc.scene_no = d.scene_no join bi.bridge_viewing_segment b on b.viewing_key = f.viewing_key join bi.dim_segment s on s.segment_key = b.segment_key join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd' group by 1, 2, 3;
-- frames beside the curve of all viewers
select f.second_no, avg(f.happiness_probability), avg(k.positive_share) from bi.fact_frame f join bi.fact_creative_second k on k.creative_key = f.creative_key and k.second_no = f.second_no join bi.dim_campaign c on c.campaign_key = f.campaign_key where c.campaign_name = 'Crowd' group by 1;
