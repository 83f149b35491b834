package org.otklik.study.capture;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.timeline.playback.PlaybackLog;
import org.otklik.timeline.playback.PlaybackMark;

/**
 * What a page noted while it showed a creative and recorded the viewer: all times in milliseconds
 * of the page's own clock, all places in milliseconds of the creative.
 */
@Schema(name = "NewPlayback")
public record PlaybackRequest(
    @NotNull @Schema(description = "Bytes of the recording that the page has sent.")
        Double sizeBytes,
    @NotNull @Schema(description = "When the recorder was started.") Double recorderCalledMs,
    @NotNull
        @Size(max = PlaybackRequest.MAX_NOTES)
        @Schema(description = "When the camera took each frame; empty where it is not known.")
        List<Double> captureTimesMs,
    @NotNull
        @Size(max = PlaybackRequest.MAX_NOTES)
        @Schema(description = "Frames of the creative: time, place, time, place …")
        List<Double> frames,
    @NotNull
        @Size(max = PlaybackRequest.MAX_NOTES)
        @Schema(description = "Looks at the player: time, place, time, place …")
        List<Double> samples,
    @NotNull @Valid @Size(max = PlaybackRequest.MAX_EVENTS) List<Event> events) {
  static final int MAX_NOTES = 400_000;
  static final int MAX_EVENTS = 20_000;

  /** An event of the player or of the page. */
  @Schema(name = "PlaybackEvent")
  public record Event(
      @NotNull Double ms,
      @NotNull @Schema(description = "Not FRAME or SAMPLE.") PlaybackMark.Kind kind,
      @NotNull Double creativeMs) {}

  PlaybackLog log() {
    List<PlaybackMark> marks = new ArrayList<>();
    events.forEach(one -> marks.add(new PlaybackMark(one.ms(), one.kind(), one.creativeMs())));
    add(marks, PlaybackMark.Kind.FRAME, frames);
    add(marks, PlaybackMark.Kind.SAMPLE, samples);
    return new PlaybackLog(recorderCalledMs, captureTimesMs, marks);
  }

  private static void add(
      List<PlaybackMark> marks, PlaybackMark.Kind kind, List<Double> timesAndPlaces) {
    for (int i = 0; i + 1 < timesAndPlaces.size(); i += 2) {
      marks.add(new PlaybackMark(timesAndPlaces.get(i), kind, timesAndPlaces.get(i + 1)));
    }
  }
}
