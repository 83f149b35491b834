package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.UprightSize;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Frames (YUV 4:2:0, BT.709, limited range) to H.264, each at its own time. */
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

  private final AVCodecContext codec;
  private AVStream track;

  /**
   * @param hz about how many pictures a second will come
   */
  VideoEncoder(UprightSize size, double hz) throws IOException, UnusableMediaException {
    this(open(size, hz, BITS_A_PIXEL, 1));
  }

  /** As the standard one, for somebody who waits, and for the public. */
  static VideoEncoder ofCut(UprightSize size, double hz)
      throws IOException, UnusableMediaException {
    return new VideoEncoder(open(size, hz, BITS_A_PIXEL_OF_CUT, THREADS_OF_CUT));
  }

  private VideoEncoder(AVCodecContext codec) {
    this.codec = codec;
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
   * @param yuv of the size that was given at the beginning; stays the caller's
   * @param timeUs later than that of the frame before
   */
  void write(AVFrame yuv, long timeUs, Mp4File file) throws IOException, UnusableMediaException {
    AVFrame timed = av_frame_clone(yuv);
    timed.pts(Math.round(timeUs * (CLOCK_HZ / 1e6)));
    timed.duration(0); // in the source's units
    timed.pict_type(AV_PICTURE_TYPE_NONE); // no wish of ours
    try {
      file.encode(codec, timed, track);
    } finally {
      av_frame_free(timed);
    }
  }

  void finish(Mp4File file) throws IOException, UnusableMediaException {
    file.encode(codec, null, track);
  }

  @Override
  public void close() {
    avcodec_free_context(codec);
  }
}
