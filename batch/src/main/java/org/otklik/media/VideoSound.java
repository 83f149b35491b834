package org.otklik.media;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.sound.Sound;
import org.otklik.sound.SoundPart;
import org.otklik.storage.UnusableMediaException;

/** A video's sound, from the child process. */
public final class VideoSound {
  private static final int MAX_SAMPLES = DecodeRequest.MAX_SOUND_SAMPLES;

  private VideoSound() {}

  /**
   * How loud all of it is.
   *
   * @return decibels of full scale, -120 to 0, one each tenth of a second; none where the video has
   *     no sound, or none that can be decoded
   * @throws UnusableMediaException when the video cannot be read
   */
  public static byte[] levels(Path video, DecoderChild child) throws UnusableMediaException {
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    try (DecoderAnswer answer = child.levels(video)) {
      for (DecoderRecord record = answer.next();
          !(record instanceof DecoderRecord.End);
          record = answer.next()) {
        if (!(record instanceof DecoderRecord.Samples next)) {
          throw DecoderAnswer.unexpected(record);
        }
        for (short level : next.samples()) {
          levels.write(level);
        }
      }
    }
    return levels.toByteArray();
  }

  /**
   * Its first 20 minutes: 38 MB at most.
   *
   * @return without samples where the video has no sound, or none that can be decoded
   * @throws UnusableMediaException when the video cannot be read
   */
  public static Sound read(Path video, DecoderChild child) throws UnusableMediaException {
    short[] samples = new short[60 * Sound.HZ];
    int count = 0;
    try (DecoderAnswer answer = child.sound(video, SoundPart.MAIN)) {
      for (DecoderRecord record = answer.next();
          !(record instanceof DecoderRecord.End);
          record = answer.next()) {
        if (!(record instanceof DecoderRecord.Samples next)
            || count + next.samples().length > MAX_SAMPLES) {
          throw DecoderAnswer.unexpected(record);
        }
        int until = count + next.samples().length;
        if (until > samples.length) {
          samples = Arrays.copyOf(samples, Math.min(MAX_SAMPLES, Math.max(until, 2 * count)));
        }
        System.arraycopy(next.samples(), 0, samples, count, next.samples().length);
        count = until;
      }
    }
    return new Sound(Arrays.copyOf(samples, count));
  }

  /**
   * All of it, however long, in parts of up to a second; the child waits for whoever takes them.
   *
   * @param listener is given the next part; may throw, which ends the child
   * @throws UnusableMediaException when the video cannot be read
   */
  public static void stream(Path video, DecoderChild child, Consumer<short[]> listener)
      throws UnusableMediaException {
    stream(video, SoundPart.MAIN, child, listener);
  }

  /**
   * As {@link #stream(Path, DecoderChild, Consumer)}, of one track or channel alone; nothing comes
   * where the video has no such part.
   */
  public static void stream(
      Path video, SoundPart part, DecoderChild child, Consumer<short[]> listener)
      throws UnusableMediaException {
    hand(child.wholeSound(video, part), listener);
  }

  /** As {@link #stream(Path, SoundPart, DecoderChild, Consumer)}, of the first 20 minutes. */
  public static void streamBeginning(
      Path video, SoundPart part, DecoderChild child, Consumer<short[]> listener)
      throws UnusableMediaException {
    hand(child.sound(video, part), listener);
  }

  private static void hand(DecoderAnswer opened, Consumer<short[]> listener)
      throws UnusableMediaException {
    try (DecoderAnswer answer = opened) {
      for (DecoderRecord record = answer.next();
          !(record instanceof DecoderRecord.End);
          record = answer.next()) {
        if (!(record instanceof DecoderRecord.Samples next)) {
          throw DecoderAnswer.unexpected(record);
        }
        listener.accept(next.samples());
      }
    }
  }
}
