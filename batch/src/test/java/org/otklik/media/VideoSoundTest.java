package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.sound.Sound;
import org.otklik.sound.SoundPart;
import org.otklik.testdata.video.VideoWriter;

/** Sound and pictures are on one clock, whatever the container and the codec do to it. */
class VideoSoundTest {
  private static final int BEGIN = Sound.HZ * 6 / 5;
  private static final int TWO_MS = 2 * Sound.HZ / 1000;
  private static final int LOUD = 2000;

  @TempDir Path folder;

  /** AAC begins with what its encoder needs to warm up, which an MP4's edit list takes away. */
  @ParameterizedTest
  @EnumSource(
      value = VideoWriter.Format.class,
      names = {"MP4", "FFV1_MKV"})
  void beginsWhereItIsHeard(VideoWriter.Format format) throws Exception {
    short[] samples = new short[2 * Sound.HZ];
    Random random = new Random(3);
    for (int i = BEGIN; i < samples.length; i++) {
      samples[i] = (short) (8000 * random.nextGaussian() / 2);
    }
    Path video = folder.resolve("sound." + format.name().toLowerCase(java.util.Locale.ROOT));
    VideoWriter.Settings settings = VideoWriter.Settings.of(format, 64, 64, 25);
    try (VideoWriter writer = VideoWriter.create(video, settings, new Sound(samples))) {
      for (int i = 0; i < 50; i++) {
        writer.write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), 40_000L * i);
      }
    }
    Sound sound = VideoSound.read(video, DecoderChild.standard());
    assertEquals(BEGIN, firstLoud(sound), TWO_MS);
    assertEquals(samples.length, sound.samples().length, 100 * TWO_MS);
  }

  @Test
  void silenceStandsWhereTheTrackBeginsLater() throws Exception {
    Path video = folder.resolve("late.mkv");
    RawVideo.Spec spec = RawVideo.Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo raw = RawVideo.create(video, spec).withSound()) {
      for (int i = 0; i < 50; i++) {
        raw.picture(40_000L * i, RawVideo.plain(100, 128, 128));
        if (i >= 25) {
          raw.tone(40_000L * i, 40, 500);
        }
      }
    }
    Sound sound = VideoSound.read(video, DecoderChild.standard());
    assertEquals(Sound.HZ, firstLoud(sound), TWO_MS);
    assertEquals(2 * Sound.HZ, sound.samples().length, 20 * TWO_MS);
    List<short[]> parts = new ArrayList<>();
    VideoSound.stream(video, DecoderChild.standard(), parts::add);
    assertEquals(sound.samples().length, parts.stream().mapToInt(part -> part.length).sum());
    assertTrue(parts.stream().allMatch(part -> part.length <= Sound.HZ), "a second at a time");
    assertThrows(
        CancellationException.class,
        () ->
            VideoSound.stream(
                video,
                DecoderChild.standard(),
                part -> {
                  throw new CancellationException();
                }));
    byte[] levels = VideoSound.levels(video, DecoderChild.standard());
    assertEquals(20, levels.length, 1);
    assertEquals(-120, levels[5], "silence");
    assertTrue(levels[15] > -40 && levels[15] <= 0, "a tone: " + levels[15]);
  }

  /** Two sides of a call, one a channel: each comes to the sample, without a trace of the other. */
  @Test
  void oneChannelComesAlone() throws Exception {
    short[] left = noise(3);
    short[] right = noise(4);
    Path both = calls("both.mkv", new Sound(left), new Sound(right));
    assertEquals(List.of(2), new VideoProber().probe(both).soundChannels());
    assertArrayEquals(left, part(both, new SoundPart(1, SoundPart.Channel.LEFT)));
    assertArrayEquals(right, part(both, new SoundPart(1, SoundPart.Channel.RIGHT)));
    assertEquals(0, part(both, new SoundPart(2, SoundPart.Channel.ALL)).length, "no such track");
    Path mono = calls("mono.mkv", new Sound(left));
    assertArrayEquals(left, part(mono, new SoundPart(1, SoundPart.Channel.ALL)));
    assertEquals(
        0,
        part(mono, new SoundPart(1, SoundPart.Channel.LEFT)).length,
        "one channel may be both sides");
  }

  private static short[] noise(int seed) {
    Random random = new Random(seed);
    short[] samples = new short[2 * Sound.HZ];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (3000 * random.nextGaussian());
    }
    return samples;
  }

  private Path calls(String name, Sound... channels) throws Exception {
    Path video = folder.resolve(name);
    VideoWriter.Settings settings =
        VideoWriter.Settings.of(VideoWriter.Format.FFV1_MKV, 64, 64, 25);
    try (VideoWriter writer = VideoWriter.lossless(video, settings, channels)) {
      for (int i = 0; i < 50; i++) {
        writer.write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), 40_000L * i);
      }
    }
    return video;
  }

  private static short[] part(Path video, SoundPart part) throws Exception {
    ShortBuffer samples = ShortBuffer.allocate(4 * Sound.HZ);
    VideoSound.stream(video, part, DecoderChild.standard(), samples::put);
    return Arrays.copyOf(samples.array(), samples.position());
  }

  @Test
  void aVideoWithoutSoundHasNoSamples() throws Exception {
    Path video = folder.resolve("mute.mkv");
    RawVideo.Spec spec = RawVideo.Spec.of("matroska", "mpeg4", AV_PIX_FMT_YUV420P, 160, 96);
    try (RawVideo raw = RawVideo.create(video, spec)) {
      raw.picture(0, RawVideo.plain(100, 128, 128));
    }
    assertEquals(0, VideoSound.read(video, DecoderChild.standard()).samples().length);
    assertEquals(0, VideoSound.levels(video, DecoderChild.standard()).length);
  }

  private static int firstLoud(Sound sound) {
    for (int i = 0; i < sound.samples().length; i++) {
      if (Math.abs(sound.samples()[i]) > LOUD) {
        return i;
      }
    }
    throw new AssertionError("Nothing is loud");
  }
}
