package org.otklik.web.settings;

import java.util.List;
import org.otklik.campaign.CampaignSettings;

/**
 * A version of a campaign's settings, as the page lists it.
 *
 * @param changes against the version before it; none for the first
 * @param holds whether it is the newest
 */
public record SettingsVersion(
    CampaignSettings settings, List<SettingChange> changes, boolean holds) {}
