package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * Decodes the video track from its beginning, one frame after the other, in the order of showing.
 * Frames that fail are reported at their place in that order, and decoding goes on.
 */
public final class FrameDecoder implements AutoCloseable {
  /** Takes frames; returns false when it wants no more. */
  public interface Sink {
    /**
     * @param frame valid during the call only; null: what stood at this time cannot be decoded
     */
    boolean accept(long timeUs, AVFrame frame) throws IOException, UnusableMediaException;
  }

  private final OpenVideo video;
  private final RecordOutput alive;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();

  /** Codecs with packets that rightly show nothing: for them, only errors tell of lost frames. */
  private static final Set<Integer> WITH_HIDDEN_FRAMES =
      Set.of(AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_MPEG4);

  /**
   * Times that went in and have not come out. When a later frame comes out, they are lost: broken
   * packets often vanish in the decoder without an error.
   */
  private final TreeSet<Long> dueUs = new TreeSet<>();

  private final boolean everyPacketIsShown;

  /** Null when every frame has to be decoded. */
  private final SkippedFrames spared;

  public FrameDecoder(OpenVideo video, DecodeRequest request, RecordOutput alive)
      throws UnusableMediaException {
    this.video = video;
    this.alive = alive;
    this.codec = openCodec(video, request);
    this.everyPacketIsShown = !WITH_HIDDEN_FRAMES.contains(codec.codec_id());
    boolean sampled = request.mode() == DecodeRequest.Mode.FRAMES;
    this.spared = sampled && mayBeSpared() ? new SkippedFrames(request.sampleHz()) : null;
  }

  private static AVCodecContext openCodec(OpenVideo video, DecodeRequest request)
      throws UnusableMediaException {
    int id = video.track().codecpar().codec_id();
    AVCodec decoder = avcodec_find_decoder(id);
    if (decoder == null || decoder.isNull()) {
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, "no decoder for " + avcodec_get_name(id).getString());
    }
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, video.track().codecpar());
    codec.pkt_timebase(video.track().time_base());
    codec.max_pixels(request.limits().pixels());
    codec.thread_count(request.threads());
    if (WITH_HIDDEN_FRAMES.contains(id)) {
      // Threads that share a frame, not one frame each: an error is that of the packet just sent.
      codec.thread_type(AVCodecContext.FF_THREAD_SLICE);
    }
    int code = avcodec_open2(codec, decoder, (AVDictionary) null);
    if (code < 0) {
      avcodec_free_context(codec);
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, avcodec_get_name(id).getString() + ": " + OpenVideo.errorText(code));
    }
    return codec;
  }

  /** Runs to the end of the video or until the sink wants no more. */
  public void run(Sink sink) throws IOException, UnusableMediaException {
    video.readVideoTrackOnly();
    while (video.read(packet)) {
      alive.heartbeat();
      if (packet.stream_index() != video.track().index()) {
        continue;
      }
      long packetUs = packetTimeUs();
      boolean isSpared = isSpared(packetUs);
      codec.skip_frame(isSpared ? AVDISCARD_NONREF : AVDISCARD_DEFAULT);
      if (everyPacketIsShown && !isSpared) {
        due(packetUs);
      }
      int code = avcodec_send_packet(codec, packet);
      if (code < 0 && code != AVERROR_EAGAIN()) {
        due(packetUs);
      }
      if (!drain(packetUs, sink)) {
        return;
      }
    }
    avcodec_send_packet(codec, null);
    if (drain(Long.MIN_VALUE, sink)) {
      reportLostBefore(Long.MAX_VALUE, sink);
    }
  }

  private boolean drain(long packetUs, Sink sink) throws IOException, UnusableMediaException {
    while (true) {
      int code = avcodec_receive_frame(codec, frame);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF()) {
        return true;
      }
      if (code < 0) {
        due(packetUs);
        if (packetUs == Long.MIN_VALUE) {
          return true;
        }
        continue;
      }
      if (!deliver(sink)) {
        return false;
      }
    }
  }

  private boolean deliver(Sink sink) throws IOException, UnusableMediaException {
    long pts = frame.best_effort_timestamp();
    if (pts == AV_NOPTS_VALUE) {
      return true;
    }
    long timeUs = video.timeUs(pts);
    dueUs.remove(timeUs);
    if (!reportLostBefore(timeUs, sink)) {
      return false;
    }
    boolean whole =
        frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
    boolean more = sink.accept(timeUs, whole ? frame : null);
    av_frame_unref(frame);
    return more;
  }

  private boolean reportLostBefore(long timeUs, Sink sink)
      throws IOException, UnusableMediaException {
    while (!dueUs.isEmpty() && dueUs.first() < timeUs) {
      if (!sink.accept(dueUs.pollFirst(), null)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only where a packet is known to be one whole frame; half frames come in packets of their own.
   */
  private boolean mayBeSpared() {
    return everyPacketIsShown && video.track().codecpar().field_order() == AV_FIELD_PROGRESSIVE;
  }

  private boolean isSpared(long packetUs) {
    boolean timed = packet.pts() != AV_NOPTS_VALUE && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    return spared != null && timed && spared.spares(packetUs);
  }

  private void due(long packetUs) {
    boolean shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    if (shown && packetUs != Long.MIN_VALUE) {
      dueUs.add(packetUs);
    }
  }

  private long packetTimeUs() {
    long stamp = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    return stamp == AV_NOPTS_VALUE ? Long.MIN_VALUE : video.timeUs(stamp);
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
  }
}
