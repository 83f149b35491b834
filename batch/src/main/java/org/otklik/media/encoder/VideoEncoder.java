package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.UprightScaler;
import org.otklik.media.decoder.UprightSize;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Upright pictures to H.264, each at its own time. */
final class VideoEncoder implements AutoCloseable {
  /** Divides the usual frame rates, and is finer than a millisecond. */
  private static final int CLOCK_HZ = 90_000;

  private static final double BITS_A_PIXEL = 0.09;

  /** What is published may be larger. */
  private static final double BITS_A_PIXEL_OF_CUT = 0.13;

  private static final int THREADS_OF_CUT = 2;
  private static final int MIN_BITS = 300_000;

  /** A player jumps to the nearest of them and decodes from there. */
  private static final int KEY_FRAME_EVERY = 30;

  private static final int UNITY = 1 << 16;
  private static final int CHANNELS = 3;

  private final UprightSize size;
  private final AVCodecContext codec;
  private final SwsContext toYuv;
  private final AVFrame bgr;
  private final AVFrame yuv;
  private AVStream track;

  /**
   * @param hz about how many pictures a second will come
   */
  VideoEncoder(UprightSize size, double hz) throws IOException, UnusableMediaException {
    this(size, open(size, hz, BITS_A_PIXEL, 1));
  }

  /** As the standard one, for somebody who waits, and for the public. */
  static VideoEncoder ofCut(UprightSize size, double hz)
      throws IOException, UnusableMediaException {
    return new VideoEncoder(size, open(size, hz, BITS_A_PIXEL_OF_CUT, THREADS_OF_CUT));
  }

  private VideoEncoder(UprightSize size, AVCodecContext codec) throws IOException {
    this.size = size;
    this.codec = codec;
    this.toYuv =
        sws_getContext(
            size.widthPx(),
            size.heightPx(),
            AV_PIX_FMT_BGR24,
            size.widthPx(),
            size.heightPx(),
            AV_PIX_FMT_YUV420P,
            SWS_BILINEAR | SWS_ACCURATE_RND,
            null,
            null,
            (double[]) null);
    IntPointer table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(toYuv, table, 1, table, 0, 0, UNITY, UNITY);
    this.bgr = frame(AV_PIX_FMT_BGR24);
    this.yuv = frame(AV_PIX_FMT_YUV420P);
  }

  private AVFrame frame(int format) throws IOException {
    AVFrame frame = av_frame_alloc();
    frame.format(format);
    frame.width(size.widthPx());
    frame.height(size.heightPx());
    Mp4File.check(av_frame_get_buffer(frame, 0));
    return frame;
  }

  private static AVCodecContext open(UprightSize size, double hz, double bitsAPixel, int threads)
      throws UnusableMediaException {
    AVCodecContext codec = avcodec_alloc_context3(avcodec_find_encoder_by_name("libopenh264"));
    codec.width(size.widthPx());
    codec.height(size.heightPx());
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(new AVRational().num(1).den(CLOCK_HZ));
    codec.framerate(av_d2q(hz, 1000));
    codec.bit_rate(Math.max(MIN_BITS, (long) (bitsAPixel * size.widthPx() * size.heightPx() * hz)));
    codec.gop_size(KEY_FRAME_EVERY);
    codec.thread_count(threads);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    codec.colorspace(AVCOL_SPC_BT709);
    codec.color_primaries(AVCOL_PRI_BT709);
    codec.color_trc(AVCOL_TRC_BT709);
    codec.color_range(AVCOL_RANGE_MPEG);
    codec.qmin(12);
    codec.qmax(36);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "allow_skip_frames", "0", 0);
    int code = avcodec_open2(codec, null, options);
    av_dict_free(options);
    if (code < 0) {
      avcodec_free_context(codec);
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, "pictures of " + size + ": " + OpenVideo.errorText(code));
    }
    return codec;
  }

  void addTo(Mp4File file) throws IOException {
    track = file.track(codec);
  }

  /**
   * @param picture of the size that was given at the beginning, or smaller
   * @param timeUs later than that of the picture before
   */
  void write(UprightScaler.UprightFrame picture, long timeUs, Mp4File file)
      throws IOException, UnusableMediaException {
    Mp4File.check(av_frame_make_writable(yuv));
    fill(picture);
    sws_scale(toYuv, bgr.data(), bgr.linesize(), 0, size.heightPx(), yuv.data(), yuv.linesize());
    yuv.pts(Math.round(timeUs * (CLOCK_HZ / 1e6)));
    file.encode(codec, yuv, track);
  }

  /** FFmpeg reads padded rows. A smaller picture stands in the middle of a black one. */
  private void fill(UprightScaler.UprightFrame picture) {
    int rowBytes = CHANNELS * picture.size().widthPx();
    int left = CHANNELS * ((size.widthPx() - picture.size().widthPx()) / 2);
    int top = (size.heightPx() - picture.size().heightPx()) / 2;
    BytePointer rows = bgr.data(0);
    long stride = bgr.linesize(0);
    if (left > 0 || top > 0) {
      rows.position(0);
      Pointer.memset(rows, 0, stride * size.heightPx());
    }
    for (int y = 0; y < picture.size().heightPx(); y++) {
      rows.position((top + y) * stride + left).put(picture.bgr(), y * rowBytes, rowBytes);
    }
  }

  void finish(Mp4File file) throws IOException, UnusableMediaException {
    file.encode(codec, null, track);
  }

  @Override
  public void close() {
    av_frame_free(yuv);
    av_frame_free(bgr);
    sws_freeContext(toYuv);
    avcodec_free_context(codec);
  }
}
