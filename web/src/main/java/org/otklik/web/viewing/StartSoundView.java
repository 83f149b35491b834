package org.otklik.web.viewing;

import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.sound.WaveLevels;

/** What is heard of a recording and its creative, in levels; empty where there is no sound. */
@Schema(name = "StartSound")
public record StartSoundView(
    @Schema(description = "Milliseconds from one level to the next.") int stepMs,
    @Schema(description = "The level of full scale; decibels above the floor, as all levels are.")
        int maxLevel,
    int[] recording,
    int[] creative) {

  static StartSoundView of(byte[] recording, byte[] creative) {
    return new StartSoundView(
        WaveLevels.STEP_MS, WaveLevels.FLOOR_DB, ints(recording), ints(creative));
  }

  private static int[] ints(byte[] levels) {
    return IntStream.range(0, levels.length).map(i -> levels[i]).toArray();
  }
}
