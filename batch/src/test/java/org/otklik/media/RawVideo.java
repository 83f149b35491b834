package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.otklik.testdata.video.VideoWriter;

/**
 * A video made with FFmpeg's own functions, for what {@link VideoWriter} cannot do: any container,
 * encoder, pixel format, time and tag, and sound.
 */
final class RawVideo implements AutoCloseable {
  /**
   * @param muxer FFmpeg's name
   * @param muxing options of the muxer
   * @param encoding options of the encoder
   * @param framesPerSecond the encoder's clock; times are given in microseconds all the same
   */
  record Spec(
      String muxer,
      Map<String, String> muxing,
      String encoder,
      Map<String, String> encoding,
      int pixelFormat,
      int width,
      int height,
      int framesPerSecond) {
    static Spec of(String muxer, String encoder, int pixelFormat, int width, int height) {
      return new Spec(muxer, Map.of(), encoder, Map.of(), pixelFormat, width, height, 25);
    }

    Spec muxing(Map<String, String> options) {
      return new Spec(
          muxer, options, encoder, encoding, pixelFormat, width, height, framesPerSecond);
    }

    Spec encoding(Map<String, String> options) {
      return new Spec(muxer, muxing, encoder, options, pixelFormat, width, height, framesPerSecond);
    }
  }

  static final int SOUND_HZ = 8000;

  private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

  private final Spec spec;
  private final AVFormatContext format = new AVFormatContext(null);
  private final Consumer<AVCodecContext> tagging;
  private final AVStream video;
  private AVStream sound;
  private AVStream stills;
  private AVCodecContext codec;
  private boolean begun;

  private RawVideo(Path file, Spec spec, Consumer<AVCodecContext> tagging) throws IOException {
    this.spec = spec;
    this.tagging = tagging;
    av_log_set_level(AV_LOG_ERROR);
    check(avformat_alloc_output_context2(format, null, spec.muxer, file.toString()));
    video = avformat_new_stream(format, null);
    codec = encoder(spec.width, spec.height);
    check(avcodec_parameters_from_context(video.codecpar(), codec));
    video.time_base(codec.time_base());
    video.sample_aspect_ratio(codec.sample_aspect_ratio());
    AVIOContext bytes = new AVIOContext(null);
    check(avio_open(bytes, file.toString(), AVIO_FLAG_WRITE));
    format.pb(bytes);
  }

  static RawVideo create(Path file, Spec spec) throws IOException {
    return create(file, spec, codec -> {});
  }

  /**
   * @param tagging what else the encoder is told before it opens
   */
  static RawVideo create(Path file, Spec spec, Consumer<AVCodecContext> tagging)
      throws IOException {
    return new RawVideo(file, spec, tagging);
  }

  /** Nine numbers, see {@code av_display_matrix_flip}. */
  RawVideo displayMatrix(int... matrix) {
    AVPacketSideData list = new AVPacketSideData(null);
    int[] count = {0};
    long bytes = (long) Integer.BYTES * matrix.length;
    AVPacketSideData entry =
        av_packet_side_data_new(list, count, AV_PKT_DATA_DISPLAYMATRIX, bytes, 0);
    new IntPointer(entry.data()).put(matrix);
    video.codecpar().coded_side_data(list);
    video.codecpar().nb_coded_side_data(count[0]);
    return this;
  }

  /** A track of silence: 16 bits, mono, {@value #SOUND_HZ} Hz. */
  RawVideo withSound() {
    sound = avformat_new_stream(format, null);
    sound.codecpar().codec_type(AVMEDIA_TYPE_AUDIO);
    sound.codecpar().codec_id(AV_CODEC_ID_PCM_S16LE);
    sound.codecpar().format(AV_SAMPLE_FMT_S16);
    sound.codecpar().sample_rate(SOUND_HZ);
    sound.codecpar().block_align(2);
    sound.codecpar().bits_per_coded_sample(16);
    av_channel_layout_default(sound.codecpar().ch_layout(), 1);
    sound.time_base(new AVRational().num(1).den(SOUND_HZ));
    return this;
  }

  /**
   * @param painting fills the planes of an empty frame
   */
  void picture(long timeUs, Consumer<AVFrame> painting) throws IOException {
    begin();
    AVFrame frame = av_frame_alloc();
    try {
      frame.format(spec.pixelFormat);
      frame.width(codec.width());
      frame.height(codec.height());
      check(av_frame_get_buffer(frame, 0));
      painting.accept(frame);
      frame.pts(av_rescale_q(timeUs, MICROSECONDS, codec.time_base()));
      check(avcodec_send_frame(codec, frame));
      take();
    } finally {
      av_frame_free(frame);
    }
  }

  /** A second track of pictures; {@link #still} fills it. */
  RawVideo withStills(int disposition) {
    stills = avformat_new_stream(format, null);
    stills.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
    stills.codecpar().codec_id(AV_CODEC_ID_MJPEG);
    stills.codecpar().format(AV_PIX_FMT_YUVJ420P);
    stills.codecpar().width(64);
    stills.codecpar().height(64);
    stills.disposition(disposition);
    stills.time_base(new AVRational().num(1).den(1000));
    return this;
  }

  void still(long timeUs, byte[] jpeg) throws IOException {
    begin();
    AVPacket packet = av_packet_alloc();
    check(av_new_packet(packet, jpeg.length));
    packet.data().put(jpeg, 0, jpeg.length);
    packet.stream_index(stills.index());
    packet.flags(AV_PKT_FLAG_KEY);
    packet.pts(av_rescale_q(timeUs, MICROSECONDS, stills.time_base()));
    packet.dts(packet.pts());
    packet.duration(av_rescale_q(40_000, MICROSECONDS, stills.time_base()));
    check(av_interleaved_write_frame(format, packet));
    av_packet_free(packet);
  }

  /** From now on pictures have another size, as when a phone is turned while it records. */
  void turn(int width, int height) throws IOException {
    finishEncoder();
    codec = encoder(width, height);
  }

  void silence(long timeUs, int lengthMs) throws IOException {
    tone(timeUs, lengthMs, 0);
  }

  /**
   * @param hz 0 is silence
   */
  void tone(long timeUs, int lengthMs, int hz) throws IOException {
    begin();
    AVPacket packet = av_packet_alloc();
    int samples = SOUND_HZ * lengthMs / 1000;
    check(av_new_packet(packet, 2 * samples));
    for (int i = 0; i < samples; i++) {
      int value = (int) (10_000 * Math.sin(2 * Math.PI * hz * i / SOUND_HZ));
      packet.data().put(2L * i, (byte) value).put(2L * i + 1, (byte) (value >> 8));
    }
    packet.stream_index(sound.index());
    packet.pts(av_rescale_q(timeUs, MICROSECONDS, sound.time_base()));
    packet.dts(packet.pts());
    packet.duration(av_rescale_q(1000L * lengthMs, MICROSECONDS, sound.time_base()));
    check(av_interleaved_write_frame(format, packet));
    av_packet_free(packet);
  }

  private AVCodecContext encoder(int width, int height) throws IOException {
    AVCodec encoder = avcodec_find_encoder_by_name(spec.encoder);
    AVCodecContext context = avcodec_alloc_context3(encoder);
    context.width(width);
    context.height(height);
    context.pix_fmt(spec.pixelFormat);
    boolean webm = spec.encoder.startsWith("libvpx");
    context.time_base(new AVRational().num(1).den(webm ? 1000 : spec.framesPerSecond));
    context.framerate(new AVRational().num(spec.framesPerSecond).den(1));
    context.bit_rate(2_000_000);
    context.gop_size(12);
    if ((format.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    tagging.accept(context);
    AVDictionary options = new AVDictionary(null);
    spec.encoding.forEach((name, value) -> av_dict_set(options, name, value, 0));
    check(avcodec_open2(context, encoder, options));
    av_dict_free(options);
    return context;
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    AVDictionary options = new AVDictionary(null);
    spec.muxing.forEach((name, value) -> av_dict_set(options, name, value, 0));
    check(avformat_write_header(format, options));
    av_dict_free(options);
    begun = true;
  }

  private void take() throws IOException {
    AVPacket packet = av_packet_alloc();
    int code = avcodec_receive_packet(codec, packet);
    while (code >= 0) {
      packet.stream_index(video.index());
      if (packet.duration() == 0) {
        packet.duration(av_rescale_q(1, av_inv_q(codec.framerate()), codec.time_base()));
      }
      av_packet_rescale_ts(packet, codec.time_base(), video.time_base());
      check(av_interleaved_write_frame(format, packet));
      code = avcodec_receive_packet(codec, packet);
    }
    av_packet_free(packet);
    if (code != AVERROR_EAGAIN() && code != AVERROR_EOF()) {
      check(code);
    }
  }

  private void finishEncoder() throws IOException {
    check(avcodec_send_frame(codec, null));
    take();
    avcodec_free_context(codec);
  }

  @Override
  public void close() throws IOException {
    begin();
    finishEncoder();
    check(av_write_trailer(format));
    avio_closep(format.pb());
    avformat_free_context(format);
  }

  /** One value for each plane, 8 bits a sample; the whole picture in one colour. */
  static Consumer<AVFrame> plain(int... planes) {
    return painted((plane, x, y) -> planes[plane]);
  }

  /** Value of a sample. */
  interface Paint {
    int at(int plane, int x, int y);
  }

  /** Samples of 8 bits, or of 16 where the format has more. */
  static Consumer<AVFrame> painted(Paint paint) {
    return frame -> {
      AVPixFmtDescriptor form = av_pix_fmt_desc_get(frame.format());
      boolean wide = form.comp(0).depth() > 8;
      for (int plane = 0; plane < av_pix_fmt_count_planes(frame.format()); plane++) {
        int width = plane == 0 ? frame.width() : -(-frame.width() >> form.log2_chroma_w());
        int height = plane == 0 ? frame.height() : -(-frame.height() >> form.log2_chroma_h());
        BytePointer samples = frame.data(plane);
        for (int y = 0; y < height; y++) {
          long row = (long) y * frame.linesize(plane);
          for (int x = 0; x < width; x++) {
            int value = paint.at(plane, x, y);
            if (wide) {
              samples.put(row + 2L * x, (byte) value);
              samples.put(row + 2L * x + 1, (byte) (value >> 8));
            } else {
              samples.put(row + x, (byte) value);
            }
          }
        }
      }
    };
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      byte[] text = new byte[256];
      av_strerror(code, text, text.length);
      throw new IOException(new String(text, StandardCharsets.US_ASCII).trim());
    }
  }
}
