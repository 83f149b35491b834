package org.otklik.web.viewing;

import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.sound.SoundLevels;

/** How loud a recording and its creative are over time; empty where there is no sound. */
@Schema(name = "StartSound")
public record StartSoundView(
    @Schema(description = "Milliseconds from one level to the next.") int stepMs,
    @Schema(description = "Decibels above -60 dB of full scale, 0 to 60.") int[] recording,
    @Schema(description = "Likewise.") int[] creative) {
  /** Quieter is drawn as silence. */
  private static final int FLOOR_DB = -60;

  static StartSoundView of(SoundLevels recording, SoundLevels creative) {
    return new StartSoundView(SoundLevels.STEP_MS, levels(recording), levels(creative));
  }

  private static int[] levels(SoundLevels sound) {
    return IntStream.range(0, sound.steps())
        .map(step -> Math.max(0, sound.decibels(step) - FLOOR_DB))
        .toArray();
  }
}
