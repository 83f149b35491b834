package org.otklik.live;

import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.run.RunState;

/**
 * What of a campaign changes by itself, small enough to be asked every second.
 *
 * @param recordings by identifier
 * @param creatives a text for each that changes when its figures or the campaign's reports do
 */
public record CampaignSnapshot(Map<UUID, RecordingPulse> recordings, Map<UUID, String> creatives) {

  /**
   * A recording's.
   *
   * @param progress how much of the video is analysed, in whole per cent
   * @param outcome a text that changes when the outcome or the verdict does
   */
  public record RecordingPulse(RunState state, int progress, String outcome) {}
}
