package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** The MP4 that is written, its index first, so that a player can begin before it has all. */
final class Mp4File implements AutoCloseable {
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();

  /** Of Linux, as FFmpeg gives them: ENOSPC and EDQUOT; of macOS, EDQUOT. */
  private static final Set<Integer> NO_ROOM = Set.of(-28, -122, -69);

  Mp4File(String file) throws IOException, UnusableMediaException {
    BytePointer url = new BytePointer(("file:" + file + "\0").getBytes(StandardCharsets.UTF_8));
    check(avformat_alloc_output_context2(format, null, new BytePointer("mp4"), url));
    AVIOContext bytes = new AVIOContext(null);
    written(avio_open(bytes, url, AVIO_FLAG_WRITE));
    format.pb(bytes);
  }

  /** A track of what the encoder, which must be open, will give. */
  AVStream track(AVCodecContext encoder) throws IOException {
    AVStream track = avformat_new_stream(format, null);
    check(avcodec_parameters_from_context(track.codecpar(), encoder));
    track.time_base(encoder.time_base());
    return track;
  }

  /** Once all tracks are there. */
  void begin() throws IOException, UnusableMediaException {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "movflags", "+faststart", 0);
    int code = avformat_write_header(format, options);
    av_dict_free(options);
    written(code);
  }

  /**
   * Encodes a frame and writes what the encoder gives for it.
   *
   * @param frame null: the encoder gives all that it still holds
   */
  void encode(AVCodecContext encoder, AVFrame frame, AVStream track)
      throws IOException, UnusableMediaException {
    check(avcodec_send_frame(encoder, frame));
    int code = avcodec_receive_packet(encoder, packet);
    while (code >= 0) {
      packet.stream_index(track.index());
      if (packet.duration() == 0) {
        // OpenH264 tells none, and nothing comes after the last picture that would.
        packet.duration(av_rescale_q(1, av_inv_q(encoder.framerate()), encoder.time_base()));
      }
      av_packet_rescale_ts(packet, encoder.time_base(), track.time_base());
      written(av_interleaved_write_frame(format, packet));
      code = avcodec_receive_packet(encoder, packet);
    }
    if (code != AVERROR_EAGAIN() && code != AVERROR_EOF()) {
      check(code);
    }
  }

  void finish() throws IOException, UnusableMediaException {
    written(av_write_trailer(format));
  }

  /** As {@link #check}, of what writes to the disk: a full one is not the video's fault. */
  private static void written(int code) throws IOException, UnusableMediaException {
    if (NO_ROOM.contains(code)) {
      throw new UnusableMediaException(Reason.DISK_FULL, OpenVideo.errorText(code));
    }
    check(code);
  }

  static void check(int code) throws IOException {
    if (code < 0) {
      throw new IOException("FFmpeg: " + OpenVideo.errorText(code));
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avio_closep(format.pb());
    avformat_free_context(format);
  }
}
