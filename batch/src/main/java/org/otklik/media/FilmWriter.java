package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Encodes pictures with times of their own to a film without sound. For one thread. Our own
 * pictures only, so it works in this process.
 */
public final class FilmWriter implements AutoCloseable {
  /** Container, encoder and pixel format. */
  public enum Format {
    /** H.264 by OpenH264, plays everywhere; even sizes only. */
    MP4("mp4", "libopenh264", AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG),
    /** VP8, as browsers record it. */
    WEBM("webm", "libvpx", AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG),
    /** Every frame for itself, full range. */
    MJPEG_AVI("avi", "mjpeg", AV_PIX_FMT_YUVJ420P, AVCOL_RANGE_JPEG),
    /** Lossless, ten bits, no chroma subsampling. */
    FFV1_MKV("matroska", "ffv1", AV_PIX_FMT_YUV444P10, AVCOL_RANGE_MPEG);

    final String container;
    final String encoder;
    final int pixelFormat;
    final int colourRange;

    Format(String container, String encoder, int pixelFormat, int colourRange) {
      this.container = container;
      this.encoder = encoder;
      this.pixelFormat = pixelFormat;
      this.colourRange = colourRange;
    }
  }

  /**
   * @param frameRate the nominal one, an integer; the pictures' own times count
   * @param rotationDegrees clockwise turn a player must apply: 0, 90, 180, 270 (MP4 only)
   * @param bitsPerSecond for the encoders that take one
   */
  public record Settings(
      Format format,
      int widthPx,
      int heightPx,
      int frameRate,
      int rotationDegrees,
      int bitsPerSecond) {
    /** About 0.11 bits a pixel and frame: good for drawn pictures. */
    public static Settings of(Format format, int widthPx, int heightPx, int frameRate) {
      int bits = (int) Math.max(400_000, 0.11 * widthPx * heightPx * frameRate);
      return new Settings(format, widthPx, heightPx, frameRate, 0, bits);
    }

    public Settings rotated(int degrees) {
      return new Settings(format, widthPx, heightPx, frameRate, degrees, bitsPerSecond);
    }
  }

  private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

  private final Settings settings;
  private final AVFormatContext container;
  private final AVStream stream;
  private final AVCodecContext codec;
  private final PictureConverter converter;
  private final AVPacket packet = av_packet_alloc();
  private long lastPts = Long.MIN_VALUE;
  private boolean closed;

  private FilmWriter(
      Settings settings, AVFormatContext container, AVStream stream, AVCodecContext codec) {
    this.settings = settings;
    this.container = container;
    this.stream = stream;
    this.codec = codec;
    this.converter =
        new PictureConverter(
            settings.widthPx,
            settings.heightPx,
            settings.format.pixelFormat,
            settings.format.colourRange);
  }

  public static FilmWriter create(Path film, Settings settings) throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    AVFormatContext container = new AVFormatContext(null);
    String url = "file:" + film.toAbsolutePath();
    FilmEncoder.check(
        avformat_alloc_output_context2(container, null, settings.format.container, url),
        "container");
    AVCodec encoder = avcodec_find_encoder_by_name(settings.format.encoder);
    if (encoder == null || encoder.isNull()) {
      throw new IOException("FFmpeg has no encoder " + settings.format.encoder);
    }
    AVCodecContext codec = FilmEncoder.open(encoder, container, settings);
    AVStream stream = avformat_new_stream(container, null);
    FilmEncoder.check(avcodec_parameters_from_context(stream.codecpar(), codec), "stream");
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    if (settings.rotationDegrees != 0) {
      FilmEncoder.setRotation(stream, settings.rotationDegrees);
    }
    AVIOContext file = new AVIOContext(null);
    FilmEncoder.check(avio_open(file, url, AVIO_FLAG_WRITE), film.toString());
    container.pb(file);
    AVDictionary options = new AVDictionary(null);
    // The index comes first, so that a browser can play before it has all.
    av_dict_set(options, "movflags", "+faststart", 0);
    int code = avformat_write_header(container, options);
    av_dict_free(options);
    FilmEncoder.check(code, "header");
    return new FilmWriter(settings, container, stream, codec);
  }

  /**
   * @param timeUs since the film's beginning, later than that of the picture before
   * @param picture of the film's size; TYPE_3BYTE_BGR is quickest
   */
  public void write(BufferedImage picture, long timeUs) throws IOException {
    AVFrame frame = converter.convert(picture);
    long pts = av_rescale_q(timeUs, MICROSECONDS, codec.time_base());
    if (pts <= lastPts) {
      throw new IllegalArgumentException("times must ascend: " + timeUs + " us");
    }
    lastPts = pts;
    frame.pts(pts);
    frame.duration(av_rescale_q(1_000_000L / settings.frameRate, MICROSECONDS, codec.time_base()));
    FilmEncoder.check(avcodec_send_frame(codec, frame), "picture");
    drain();
  }

  private void drain() throws IOException {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF()) {
        return;
      }
      FilmEncoder.check(code, "packet");
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      FilmEncoder.check(av_interleaved_write_frame(container, packet), "file");
    }
  }

  /** Finishes the film. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      avcodec_send_frame(codec, null);
      drain();
      FilmEncoder.check(av_write_trailer(container), "trailer");
    } finally {
      avio_closep(container.pb());
      av_packet_free(packet);
      avcodec_free_context(codec);
      avformat_free_context(container);
      converter.close();
    }
  }
}
