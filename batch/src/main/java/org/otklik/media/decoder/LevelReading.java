package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.sound.Sound;
import org.otklik.storage.UnusableMediaException;

/** Sends how loud a video is: a level each tenth of a second, of all its channels together. */
public final class LevelReading {
  /** Decibels of full scale; nothing is quieter. */
  private static final int FLOOR = -120;

  private static final int LEVELS_A_SECOND = 10;
  private static final int SAMPLES = Sound.HZ / LEVELS_A_SECOND;

  private LevelReading() {}

  /** Sends nothing where there is no sound. */
  public static void send(DecodeRequest request, RecordOutput out)
      throws IOException, UnusableMediaException {
    Optional<SoundReader> opened = SoundReader.open(request, Sound.HZ, 1);
    if (opened.isEmpty()) {
      return;
    }
    try (SoundReader reader = opened.get();
        FloatPointer samples = new FloatPointer((long) SAMPLES);
        PointerPointer<FloatPointer> channels = new PointerPointer<>(1L)) {
      channels.put(0, samples);
      short[] second = new short[LEVELS_A_SECOND];
      int count = 0;
      boolean goesOn = true;
      while (goesOn) {
        out.heartbeat();
        goesOn = reader.readOn();
        while (av_audio_fifo_size(reader.samples()) >= (goesOn ? SAMPLES : 1)) {
          second[count++] = level(samples, av_audio_fifo_read(reader.samples(), channels, SAMPLES));
          if (count == LEVELS_A_SECOND) {
            out.sound(second);
            count = 0;
          }
        }
      }
      if (count > 0) {
        out.sound(Arrays.copyOf(second, count));
      }
    }
  }

  private static short level(FloatPointer samples, int count) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += (double) samples.get(i) * samples.get(i);
    }
    double level = 10 * Math.log10(squares / count);
    return (short) Math.round(Math.max(FLOOR, Math.min(0, level)));
  }
}
