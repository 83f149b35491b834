package org.otklik.export;

import java.time.Instant;
import java.util.UUID;
import org.otklik.campaign.CampaignKind;

/**
 * What is processed of persons in one campaign.
 *
 * @param client for whom
 * @param kind of campaign: the purpose
 * @param viewers persons of whom anything is held
 * @param roles of the persons, with commas between them; null without recordings
 * @param firstRecordedAt null without recordings
 * @param lastRecordedAt null without recordings
 * @param consents viewers of studies who agreed
 * @param withdrawals of them, who have withdrawn or were deleted
 * @param withoutConsent recordings without a reference to a consent
 * @param answers viewers who have answered the survey
 * @param reports files in which viewers may be listed
 * @param openLinks that open one of them without a sign-in
 * @param recipients mail addresses that schedules send them to
 * @param videos recordings whose video is held
 * @param withFrames recordings of which rows of frames are held
 * @param removeAt when it is deleted for good; null unless it is in the bin
 */
public record ProcessingLine(
    UUID campaign,
    String client,
    String name,
    CampaignKind kind,
    boolean isSynthetic,
    int viewers,
    String roles,
    int recordings,
    Instant firstRecordedAt,
    Instant lastRecordedAt,
    int consents,
    int withdrawals,
    int withoutConsent,
    int answers,
    int reports,
    int openLinks,
    int recipients,
    int videos,
    int withFrames,
    Instant removeAt) {}
