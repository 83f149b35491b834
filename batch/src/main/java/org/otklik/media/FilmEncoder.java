package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Sets FFmpeg's encoders up for {@link FilmWriter}. */
final class FilmEncoder {
  /** Fine enough for any frame rate, and what MP4 players are used to. */
  private static final int CLOCK_HZ = 90_000;

  private FilmEncoder() {}

  static AVCodecContext open(
      AVCodec encoder, AVFormatContext container, FilmWriter.Settings settings) throws IOException {
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    codec.width(settings.widthPx());
    codec.height(settings.heightPx());
    codec.pix_fmt(settings.format().pixelFormat);
    codec.color_range(settings.format().colourRange);
    codec.colorspace(AVCOL_SPC_SMPTE170M);
    boolean avi = settings.format() == FilmWriter.Format.MJPEG_AVI;
    codec.time_base(new AVRational().num(1).den(avi ? settings.frameRate() : CLOCK_HZ));
    codec.framerate(new AVRational().num(settings.frameRate()).den(1));
    codec.bit_rate(settings.bitsPerSecond());
    codec.gop_size(2 * settings.frameRate());
    codec.max_b_frames(0);
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    AVDictionary options = new AVDictionary(null);
    if (settings.format() == FilmWriter.Format.WEBM) {
      av_dict_set(options, "deadline", "realtime", 0);
      av_dict_set(options, "cpu-used", "6", 0);
      av_dict_set(options, "auto-alt-ref", "0", 0);
    } else if (settings.format() == FilmWriter.Format.MP4) {
      av_dict_set(options, "allow_skip_frames", "0", 0);
      codec.qmin(12);
      codec.qmax(34);
    }
    int code = avcodec_open2(codec, encoder, options);
    av_dict_free(options);
    check(code, settings.format().encoder);
    return codec;
  }

  static void setRotation(AVStream stream, int clockwiseDegrees) {
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

  static void check(int code, String what) throws IOException {
    if (code < 0) {
      byte[] text = new byte[256];
      av_strerror(code, text, text.length);
      throw new IOException(what + ": " + new String(text).replace("\0", "").trim());
    }
  }
}
