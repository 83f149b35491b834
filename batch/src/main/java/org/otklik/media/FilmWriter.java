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
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

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
  /** Fine enough for any frame rate, and what MP4 players are used to. */
  private static final int CLOCK_HZ = 90_000;

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
    check(
        avformat_alloc_output_context2(container, null, settings.format.container, null),
        "container");
    AVCodec encoder = avcodec_find_encoder_by_name(settings.format.encoder);
    if (encoder == null || encoder.isNull()) {
      throw new IOException("FFmpeg has no encoder " + settings.format.encoder);
    }
    AVCodecContext codec = openEncoder(encoder, container, settings);
    AVStream stream = avformat_new_stream(container, null);
    check(avcodec_parameters_from_context(stream.codecpar(), codec), "stream");
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(codec.framerate());
    if (settings.rotationDegrees != 0) {
      setRotation(stream, settings.rotationDegrees);
    }
    AVIOContext file = new AVIOContext(null);
    check(avio_open(file, film.toAbsolutePath().toString(), AVIO_FLAG_WRITE), film.toString());
    container.pb(file);
    check(avformat_write_header(container, (PointerPointer<?>) null), "header");
    return new FilmWriter(settings, container, stream, codec);
  }

  private static AVCodecContext openEncoder(
      AVCodec encoder, AVFormatContext container, Settings settings) throws IOException {
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    codec.width(settings.widthPx);
    codec.height(settings.heightPx);
    codec.pix_fmt(settings.format.pixelFormat);
    codec.color_range(settings.format.colourRange);
    codec.colorspace(AVCOL_SPC_SMPTE170M);
    boolean avi = settings.format == Format.MJPEG_AVI;
    codec.time_base(new AVRational().num(1).den(avi ? settings.frameRate : CLOCK_HZ));
    codec.framerate(new AVRational().num(settings.frameRate).den(1));
    codec.bit_rate(settings.bitsPerSecond);
    codec.gop_size(2 * settings.frameRate);
    codec.max_b_frames(0);
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    AVDictionary options = new AVDictionary(null);
    if (settings.format == Format.WEBM) {
      av_dict_set(options, "deadline", "realtime", 0);
      av_dict_set(options, "cpu-used", "6", 0);
      av_dict_set(options, "auto-alt-ref", "0", 0);
    } else if (settings.format == Format.MP4) {
      av_dict_set(options, "allow_skip_frames", "0", 0);
      codec.qmin(12);
      codec.qmax(34);
    }
    int code = avcodec_open2(codec, encoder, options);
    av_dict_free(options);
    check(code, settings.format.encoder);
    return codec;
  }

  private static void setRotation(AVStream stream, int clockwiseDegrees) {
    PointerPointer<AVPacketSideData> list = new PointerPointer<>(1);
    list.put(0, stream.codecpar().coded_side_data());
    IntPointer count = new IntPointer(1);
    count.put(stream.codecpar().nb_coded_side_data());
    AVPacketSideData matrix =
        av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, 9L * Integer.BYTES, 0);
    av_display_rotation_set(new IntPointer(matrix.data()), clockwiseDegrees);
    stream.codecpar().coded_side_data(list.get(AVPacketSideData.class, 0));
    stream.codecpar().nb_coded_side_data(count.get());
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
    frame.duration(
        av_rescale_q(1_000_000L / settings.frameRate, MICROSECONDS, codec.time_base()));
    check(avcodec_send_frame(codec, frame), "picture");
    drain();
  }

  private void drain() throws IOException {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF()) {
        return;
      }
      check(code, "packet");
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      check(av_interleaved_write_frame(container, packet), "file");
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
      check(av_write_trailer(container), "trailer");
    } finally {
      avio_closep(container.pb());
      av_packet_free(packet);
      avcodec_free_context(codec);
      avformat_free_context(container);
      converter.close();
    }
  }

  private static void check(int code, String what) throws IOException {
    if (code < 0) {
      byte[] text = new byte[256];
      av_strerror(code, text, text.length);
      throw new IOException(what + ": " + new String(text).replace("\0", "").trim());
    }
  }
}
