package org.otklik.testdata.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** A long video out of a short one: the same packets again and again, each time later. */
public final class LoopedVideo {
  private LoopedVideo() {}

  /**
   * @param video with one track, beginning with a key frame
   */
  public static void write(Path video, Path longer, int times) throws IOException {
    AVFormatContext to = new AVFormatContext(null);
    check(avformat_alloc_output_context2(to, null, "mp4", longer.toString()));
    AVStream track = avformat_new_stream(to, null);
    AVIOContext bytes = new AVIOContext(null);
    check(avio_open(bytes, longer.toString(), AVIO_FLAG_WRITE));
    to.pb(bytes);
    long offset = 0;
    for (int i = 0; i < times; i++) {
      AVFormatContext from = avformat_alloc_context();
      check(avformat_open_input(from, video.toString(), null, null));
      check(avformat_find_stream_info(from, (PointerPointer<?>) null));
      if (i == 0) {
        check(avcodec_parameters_copy(track.codecpar(), from.streams(0).codecpar()));
        track.time_base(from.streams(0).time_base());
        check(avformat_write_header(to, (AVDictionary) null));
      }
      copy(from, to, offset);
      offset += from.streams(0).duration();
      avformat_close_input(from);
    }
    check(av_write_trailer(to));
    avio_closep(to.pb());
    avformat_free_context(to);
  }

  private static void copy(AVFormatContext from, AVFormatContext to, long offset)
      throws IOException {
    AVPacket packet = av_packet_alloc();
    while (av_read_frame(from, packet) >= 0) {
      packet.pts(packet.pts() + offset);
      packet.dts(packet.dts() + offset);
      av_packet_rescale_ts(packet, from.streams(0).time_base(), to.streams(0).time_base());
      check(av_interleaved_write_frame(to, packet));
    }
    av_packet_free(packet);
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      throw new IOException("FFmpeg says " + code);
    }
  }
}
