alter table agg.viewer_second
    add column attentive_share double precision;
-- Attention was not told from presence before.
update agg.viewer_second set attentive_share = observed_share;
alter table agg.viewer_second
    alter column attentive_share set not null,
    add constraint ck_viewer_second_attentive check (attentive_share between 0 and 1);
comment on column agg.viewer_second.attentive_share is 'Share of this second in which the viewer''s face was there and turned to the screen, 0..1; in summaries from before it was measured, the observed share.';
