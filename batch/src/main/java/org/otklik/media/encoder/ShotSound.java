package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.media.decoder.DecodeRequest;
import org.otklik.media.decoder.SoundReader;
import org.otklik.storage.UnusableMediaException;

/** The sound of one shot. */
final class ShotSound {
  private ShotSound() {}

  /**
   * As many samples as asked for, silence where there are none; empty when the video has no sound.
   *
   * @param begin sample since the video's beginning
   */
  static Optional<float[][]> read(DecodeRequest request, long begin, int count)
      throws IOException, UnusableMediaException {
    Optional<SoundReader> opened =
        SoundReader.open(request, SoundEncoder.HZ, SoundEncoder.CHANNELS);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (SoundReader reader = opened.get()) {
      reader.beginAt(begin);
      while (av_audio_fifo_size(reader.samples()) < count && reader.readOn()) {
        continue;
      }
      return Optional.of(take(reader.samples(), count));
    }
  }

  private static float[][] take(AVAudioFifo samples, int count) throws IOException {
    float[][] channels = new float[SoundEncoder.CHANNELS][count];
    int there = Math.min(count, av_audio_fifo_size(samples));
    try (FloatPointer left = new FloatPointer((long) count);
        FloatPointer right = new FloatPointer((long) count);
        PointerPointer<FloatPointer> both = new PointerPointer<>(left, right)) {
      Mp4File.check(av_audio_fifo_read(samples, both, there));
      left.get(channels[0], 0, there);
      right.get(channels[1], 0, there);
    }
    return channels;
  }

  /** Hands samples over to be encoded. */
  static void give(AVAudioFifo samples, float[][] channels, int count) throws IOException {
    try (FloatPointer left = new FloatPointer(channels[0]);
        FloatPointer right = new FloatPointer(channels[1]);
        PointerPointer<FloatPointer> both = new PointerPointer<>(left, right)) {
      Mp4File.check(av_audio_fifo_write(samples, both, count));
    }
  }
}
