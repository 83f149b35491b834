alter table core.campaign
    add column kind text not null default 'AD',
    add constraint ck_campaign_kind check (kind in ('AD', 'ENTRY_EXIT'));
comment on column core.campaign.kind is 'AD: viewers watch a film; ENTRY_EXIT: guests are filmed entering and leaving a place.';
