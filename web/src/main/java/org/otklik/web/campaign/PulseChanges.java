package org.otklik.web.campaign;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.otklik.analysis.CampaignPulse;

/** What one page has been told, so that it is told the rest only. */
class PulseChanges {
  /** About twenty seconds: a connection that died in silence is found out by being written to. */
  private static final int SILENT_BEATS = 20;

  /** Looking for the provider takes longer than reading a small object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private CampaignPulse told = new CampaignPulse(Map.of(), Map.of());
  private boolean begun;
  private int silence;

  /**
   * What is new, as the page reads it: {@code {"seen": "…", "recordings": {"ID": ["RUNNING", 43,
   * "…"]}, "gone": ["ID"], "creatives": {"ID": "…"}}}; nothing when there is nothing new.
   *
   * @param newest by which a page knows whether it was made before that
   */
  @SuppressWarnings("ReferenceEquality") // the very same one: it has not been looked at again
  Optional<String> since(CampaignPulse now, String newest) {
    if (now == told && silence + 1 < SILENT_BEATS) {
      silence++;
      return Optional.empty();
    }
    JsonObjectBuilder recordings = JSON.createObjectBuilder();
    JsonObjectBuilder creatives = JSON.createObjectBuilder();
    int changes = 0;
    for (Map.Entry<UUID, CampaignPulse.RecordingPulse> one : now.recordings().entrySet()) {
      if (!one.getValue().equals(told.recordings().get(one.getKey()))) {
        recordings.add(one.getKey().toString(), json(one.getValue()));
        changes++;
      }
    }
    for (Map.Entry<UUID, String> one : now.creatives().entrySet()) {
      if (!one.getValue().equals(told.creatives().get(one.getKey()))) {
        creatives.add(one.getKey().toString(), one.getValue());
        changes++;
      }
    }
    boolean first = !begun;
    JsonArrayBuilder gone = JSON.createArrayBuilder();
    for (UUID id : told.recordings().keySet()) {
      if (!now.recordings().containsKey(id)) {
        gone.add(id.toString());
        changes++;
      }
    }
    told = now;
    begun = true;
    silence++;
    if (changes == 0 && !first && silence < SILENT_BEATS) {
      return Optional.empty();
    }
    silence = 0;
    return Optional.of(
        JSON.createObjectBuilder()
            .add("seen", newest)
            .add("recordings", recordings)
            .add("gone", gone)
            .add("creatives", creatives)
            .build()
            .toString());
  }

  private static JsonArrayBuilder json(CampaignPulse.RecordingPulse pulse) {
    return JSON.createArrayBuilder()
        .add(pulse.state().name())
        .add(pulse.progress())
        .add(pulse.outcome());
  }
}
