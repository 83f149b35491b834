package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.sound.Sound;
import org.otklik.storage.UnusableMediaException;

/** Sends a video's sound, or one channel of it, in one channel, a second at a time. */
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
    boolean isOneChannel = request.sound().isOneChannel();
    Optional<SoundReader> opened = SoundReader.open(request, Sound.HZ, isOneChannel ? 2 : 1);
    if (opened.isEmpty()) {
      return;
    }
    try (SoundReader reader = opened.get();
        FloatPointer second = new FloatPointer((long) Sound.HZ);
        FloatPointer unwanted = new FloatPointer((long) Sound.HZ)) {
      FloatPointer[] planes =
          switch (request.sound().channel()) {
            case ALL -> new FloatPointer[] {second};
            case LEFT -> new FloatPointer[] {second, unwanted};
            case RIGHT -> new FloatPointer[] {unwanted, second};
          };
      long left = most;
      boolean goesOn = true;
      while (left > 0 && goesOn) {
        out.heartbeat();
        goesOn = reader.readOn();
        while (left > 0 && isToBeSent(reader, goesOn)) {
          left -= send(reader, planes, second, (int) Math.min(left, Sound.HZ), out);
        }
      }
    }
  }

  /** Whole seconds, and what is left at the end. */
  private static boolean isToBeSent(SoundReader reader, boolean goesOn) {
    return av_audio_fifo_size(reader.samples()) >= (goesOn ? Sound.HZ : 1);
  }

  private static int send(
      SoundReader reader, FloatPointer[] planes, FloatPointer second, int most, RecordOutput out)
      throws IOException {
    int count;
    try (PointerPointer<FloatPointer> channels = new PointerPointer<>(planes)) {
      count = av_audio_fifo_read(reader.samples(), channels, most);
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
