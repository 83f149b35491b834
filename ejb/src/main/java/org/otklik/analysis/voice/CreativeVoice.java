package org.otklik.analysis.voice;

import java.util.List;
import java.util.Optional;
import org.otklik.voice.VoiceCurve;
import org.otklik.voice.VoiceSummary;

/**
 * The voices of a creative's viewers.
 *
 * @param leastViewers figures of fewer would show persons
 * @param summary empty where nobody is heard while the creative plays
 * @param seconds those in which anybody is heard, in order
 */
public record CreativeVoice(
    int leastViewers, Optional<VoiceSummary> summary, List<VoiceCurve.Second> seconds) {

  /** Of so many viewers that nobody is shown. */
  public Optional<VoiceSummary> shown() {
    return summary.filter(voice -> voice.viewers() >= leastViewers);
  }
}
