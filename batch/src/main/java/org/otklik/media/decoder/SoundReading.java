package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.sound.Sound;
import org.otklik.storage.UnusableMediaException;

/** Sends a video's sound in one channel, a second at a time. */
public final class SoundReading {
  private static final double FULL_SCALE = 32_768;

  private SoundReading() {}

  /**
   * Sends nothing where there is no sound.
   *
   * @param most samples; what comes after them is left out
   */
  public static void send(DecodeRequest request, RecordOutput out, long most)
      throws IOException, UnusableMediaException {
    Optional<SoundReader> opened = SoundReader.open(request, Sound.HZ, 1);
    if (opened.isEmpty()) {
      return;
    }
    try (SoundReader reader = opened.get();
        FloatPointer second = new FloatPointer((long) Sound.HZ)) {
      long left = most;
      boolean goesOn = true;
      while (left > 0 && goesOn) {
        out.heartbeat();
        goesOn = reader.readOn();
        while (left > 0 && isToBeSent(reader, goesOn)) {
          left -= send(reader, second, (int) Math.min(left, Sound.HZ), out);
        }
      }
    }
  }

  /** Whole seconds, and what is left at the end. */
  private static boolean isToBeSent(SoundReader reader, boolean goesOn) {
    return av_audio_fifo_size(reader.samples()) >= (goesOn ? Sound.HZ : 1);
  }

  private static int send(SoundReader reader, FloatPointer second, int most, RecordOutput out)
      throws IOException {
    int count;
    try (PointerPointer<FloatPointer> channels = new PointerPointer<>(1L)) {
      count = av_audio_fifo_read(reader.samples(), channels.put(0, second), most);
    }
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      double value = Math.rint(second.get(i) * FULL_SCALE);
      samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    }
    out.sound(samples);
    return count;
  }
}
