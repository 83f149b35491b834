package org.otklik.testdata.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.otklik.sound.Sound;

/**
 * Encodes pictures, and where wanted a sound, to a video, through JavaCV. For one thread. Our own
 * pictures only, so it works in this process.
 */
public final class VideoWriter implements AutoCloseable {
  /** Container, encoder, pixel format and the encoder's options. */
  public enum Format {
    /** H.264 by OpenH264, plays everywhere; even sizes only. */
    MP4(
        "mp4",
        "libopenh264",
        AV_PIX_FMT_YUV420P,
        Map.of("allow_skip_frames", "0", "qmin", "12", "qmax", "34")),
    /** VP8, as browsers record it. */
    WEBM(
        "webm",
        "libvpx",
        AV_PIX_FMT_YUV420P,
        Map.of("deadline", "realtime", "cpu-used", "6", "auto-alt-ref", "0")),
    /** Every frame for itself, full range. */
    MJPEG_AVI("avi", "mjpeg", AV_PIX_FMT_YUVJ420P, Map.of("color_range", "pc")),
    /** Lossless, ten bits, no chroma subsampling. */
    FFV1_MKV("matroska", "ffv1", AV_PIX_FMT_YUV444P10, Map.of());

    final String container;
    final String encoder;
    final int pixelFormat;
    final Map<String, String> options;

    Format(String container, String encoder, int pixelFormat, Map<String, String> options) {
      this.container = container;
      this.encoder = encoder;
      this.pixelFormat = pixelFormat;
      this.options = options;
    }
  }

  /**
   * @param frameRate per second; the pictures' times lie on its grid
   * @param rotationDegrees clockwise turn a player must apply: 0, 90, 180, 270 (MP4 only)
   * @param bitsPerSecond for the encoders that take one
   * @param coarsest quantiser the encoder may take to keep to them, on its own scale; 0: the
   *     format's
   */
  public record Settings(
      Format format,
      int widthPx,
      int heightPx,
      double frameRate,
      int rotationDegrees,
      int bitsPerSecond,
      int coarsest) {
    /** Of H.264 (0..51) and VP8 (0..63): faces are still read well. */
    private static final int COARSE = 44;

    /** About 0.11 bits a pixel and frame: good for drawn pictures. */
    public static Settings of(Format format, int widthPx, int heightPx, double frameRate) {
      int bits = (int) Math.max(400_000, 0.11 * widthPx * heightPx * frameRate);
      return new Settings(format, widthPx, heightPx, frameRate, 0, bits, 0);
    }

    public Settings rotated(int degrees) {
      return new Settings(format, widthPx, heightPx, frameRate, degrees, bitsPerSecond, coarsest);
    }

    /** As few bits as asked for, at the cost of what the picture looks like. */
    public Settings small(int bits) {
      return new Settings(format, widthPx, heightPx, frameRate, rotationDegrees, bits, COARSE);
    }
  }

  /** Times in milliseconds count as being on the grid. */
  private static final long TIME_TOLERANCE_US = 1000;

  private static final int SOUND_BITS = 96_000;

  private final Path video;
  private final Settings settings;
  private final FFmpegFrameRecorder recorder;
  private final Java2DFrameConverter converter = new Java2DFrameConverter();
  private final List<Sound> channels;
  private int soundWritten;
  private int lastNumber = -1;
  private int pictures;
  private boolean closed;

  private VideoWriter(
      Path video, Settings settings, FFmpegFrameRecorder recorder, List<Sound> channels) {
    this.video = video;
    this.settings = settings;
    this.recorder = recorder;
    this.channels = channels;
  }

  public static VideoWriter create(Path video, Settings settings) throws IOException {
    return create(video, settings, new Sound(new short[0]));
  }

  /** With a sound, encoded as AAC; one without samples is none. */
  public static VideoWriter create(Path video, Settings settings, Sound sound) throws IOException {
    return create(video, settings, "aac", List.of(sound));
  }

  /** As {@link #create(Path, Settings, Sound)}, without any loss; for MKV and AVI. */
  public static VideoWriter lossless(Path video, Settings settings, Sound... channels)
      throws IOException {
    return create(video, settings, "pcm_s16le", List.of(channels));
  }

  private static VideoWriter create(
      Path video, Settings settings, String soundCodec, List<Sound> channels) throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(video.toFile(), settings.widthPx, settings.heightPx);
    recorder.setFormat(settings.format.container);
    // The index comes first, so that a browser can play before it has all.
    recorder.setOption("movflags", "+faststart");
    setEncoder(recorder, settings);
    if (settings.rotationDegrees != 0) {
      // JavaCV counts the other way round.
      recorder.setDisplayRotation(-settings.rotationDegrees);
    }
    if (channels.get(0).samples().length > 0) {
      recorder.setAudioCodecName(soundCodec);
      recorder.setAudioChannels(channels.size());
      recorder.setSampleRate(Sound.HZ);
      recorder.setAudioBitrate(SOUND_BITS);
    }
    recorder.start();
    return new VideoWriter(video, settings, recorder, channels);
  }

  private static void setEncoder(FFmpegFrameRecorder recorder, Settings settings) {
    recorder.setVideoCodecName(settings.format.encoder);
    recorder.setVideoBitrate(settings.bitsPerSecond);
    recorder.setFrameRate(settings.frameRate);
    recorder.setGopSize((int) Math.round(2 * settings.frameRate));
    recorder.setMaxBFrames(0);
    recorder.setPixelFormat(settings.format.pixelFormat);
    recorder.setImageScalingFlags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP);
    recorder.setVideoOption("color_range", "tv");
    recorder.setVideoOption("colorspace", "smpte170m");
    // Several videos are made at once, and the same pictures must give the same video.
    recorder.setVideoOption("threads", "1");
    // The recorder makes odd widths even, the encoder need not.
    recorder.setVideoOption("video_size", settings.widthPx + "x" + settings.heightPx);
    settings.format.options.forEach(recorder::setVideoOption);
    if (settings.coarsest > 0) {
      recorder.setVideoOption("qmax", Integer.toString(settings.coarsest));
    }
  }

  /**
   * @param picture of the video's size, TYPE_3BYTE_BGR
   * @param timeUs since the video's beginning, later than that of the picture before
   */
  public void write(BufferedImage picture, long timeUs) throws IOException {
    if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR
        || picture.getWidth() != settings.widthPx
        || picture.getHeight() != settings.heightPx) {
      throw new IllegalArgumentException("not a BGR picture of the video's size");
    }
    recorder.setTimestamp(timeUs);
    if (Math.abs(recorder.getTimestamp() - timeUs) > TIME_TOLERANCE_US) {
      throw new IllegalArgumentException(
          timeUs + " us is no time of " + settings.frameRate + " pictures a second");
    }
    if (recorder.getFrameNumber() <= lastNumber) {
      throw new IllegalArgumentException("times must ascend: " + timeUs + " us");
    }
    lastNumber = recorder.getFrameNumber();
    recorder.record(converter.convert(picture));
    pictures++;
    soundUntil((int) (timeUs * Sound.HZ / 1_000_000));
  }

  private void soundUntil(int sample) throws IOException {
    int until = Math.min(sample, channels.get(0).samples().length);
    if (until > soundWritten) {
      int count = channels.size();
      short[] part = new short[(until - soundWritten) * count];
      for (int i = 0; i < part.length; i++) {
        part[i] = channels.get(i % count).samples()[soundWritten + i / count];
      }
      recorder.recordSamples(Sound.HZ, count, ShortBuffer.wrap(part));
      soundWritten = until;
    }
  }

  /**
   * Finishes the video.
   *
   * @throws IOException also when the file does not hold every picture
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (converter) {
      soundUntil(channels.get(0).samples().length);
      recorder.close();
    }
    checkWhole();
  }

  /** The recorder does not tell when the file's end could not be written (a full disk). */
  private void checkWhole() throws IOException {
    int found = 0;
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(video.toFile())) {
      grabber.start();
      for (AVPacket p = grabber.grabPacket(); p != null; p = grabber.grabPacket()) {
        boolean isPicture = p.stream_index() == grabber.getVideoStream();
        found += isPicture && (p.flags() & AV_PKT_FLAG_CORRUPT) == 0 ? 1 : 0;
      }
    }
    if (found != pictures) {
      throw new IOException(video + " holds " + found + " of " + pictures + " pictures");
    }
  }
}
