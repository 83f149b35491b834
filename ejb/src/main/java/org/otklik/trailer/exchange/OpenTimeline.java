package org.otklik.trailer.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.otklik.trailer.exchange.EditList.Event;

/** OpenTimelineIO's JSON, of its schemas of 0.15 and later. */
final class OpenTimeline {
  private static final String MEDIA = "DEFAULT_MEDIA";

  private OpenTimeline() {}

  static String write(EditList list) {
    JsonArrayBuilder clips = Json.createArrayBuilder();
    for (Event event : list.events()) {
      JsonObjectBuilder media =
          object("ExternalReference.1")
              .add("name", list.source())
              .add("target_url", "")
              .add("available_range", range(0, list.sourceFrames(), list.rate()));
      clips.add(
          object("Clip.2")
              .add("name", list.source())
              .add("source_range", range(event.sourceIn(), event.length(), list.rate()))
              .add("media_references", Json.createObjectBuilder().add(MEDIA, media))
              .add("active_media_reference_key", MEDIA));
    }
    JsonObjectBuilder track =
        object("Track.1").add("name", "V1").add("kind", "Video").add("children", clips);
    JsonObjectBuilder stack =
        object("Stack.1")
            .add("name", "tracks")
            .add("children", Json.createArrayBuilder().add(track));
    return object("Timeline.1")
        .add("name", list.name())
        .add("global_start_time", time(0, list.rate()))
        .add("tracks", stack)
        .build()
        .toString();
  }

  private static JsonObjectBuilder object(String schema) {
    return Json.createObjectBuilder()
        .add("OTIO_SCHEMA", schema)
        .add("metadata", Json.createObjectBuilder());
  }

  private static JsonObjectBuilder range(int from, int length, FrameRate rate) {
    return Json.createObjectBuilder()
        .add("OTIO_SCHEMA", "TimeRange.1")
        .add("start_time", time(from, rate))
        .add("duration", time(length, rate));
  }

  private static JsonObjectBuilder time(int frames, FrameRate rate) {
    return Json.createObjectBuilder()
        .add("OTIO_SCHEMA", "RationalTime.1")
        .add("rate", rate.perSecond())
        .add("value", (double) frames);
  }
}
