package org.otklik.media.decoder.clock;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Mends the times of a video track whose clock stands still while frames go on: programs that
 * record write so while the computer's clock is behind what they wrote last. The frames get the
 * mean distance of those before them, and all that follows is later by as much. Frames that were
 * only handed over in a bunch stay as they are: a gap before or behind them makes up for it.
 */
public final class StandingClock implements AutoCloseable {
  /** No camera is faster; programs that must not repeat a time count on by one. */
  private static final long MAX_ADVANCE_US = 2_000;

  /** What must be missing from the clock. */
  private static final long MIN_MISSING_US = 700_000;

  /** Then nothing can make up for it. */
  private static final int MAX_WAITING = 3000;

  private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

  private final AVStream track;
  private final Deque<AVPacket> held = new ArrayDeque<>();
  private final Deque<AVPacket> ready = new ArrayDeque<>();

  /** In the track's units, as the file has them. */
  private long first = AV_NOPTS_VALUE;

  private long last;
  private long advance;
  private long standsAt;
  private int frames;
  private int standing;
  private long added;
  private boolean isMended;

  public StandingClock(AVStream track) {
    this.track = track;
  }

  /** Whether times were mended so far. */
  public boolean isMended() {
    return isMended;
  }

  /**
   * @return whether the packet may be passed on at once; else it has been taken over
   */
  public boolean passes(AVPacket packet) {
    long stamp = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    boolean timed = stamp != AV_NOPTS_VALUE && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    if (packet.stream_index() == track.index() && timed) {
      follow(stamp);
    }
    if (standing == 0 && held.isEmpty() && ready.isEmpty()) {
      shift(packet, added);
      return true;
    }
    AVPacket taken = av_packet_alloc();
    av_packet_move_ref(taken, packet);
    (standing > 0 ? held : ready).add(taken);
    if (standing == 0) {
      shift(taken, added);
    } else if (standing > MAX_WAITING) {
      release(mean());
    }
    return false;
  }

  private void follow(long stamp) {
    long step = first == AV_NOPTS_VALUE ? Long.MAX_VALUE : stamp - last;
    if (step >= 0 && step <= av_rescale_q(MAX_ADVANCE_US, MICROSECONDS, track.time_base())) {
      standsAt = standing == 0 ? last : standsAt;
      standing++;
    } else {
      release(step);
      first = first == AV_NOPTS_VALUE ? stamp : first;
      advance = step;
      frames++;
    }
    last = stamp;
  }

  /** The mean distance of the frames before those that stand. */
  private long mean() {
    return frames > 1 ? (standsAt - first) / (frames - 1) : 0;
  }

  /**
   * @param next distance to the frame behind those that stand
   */
  private void release(long next) {
    if (standing == 0) {
      return;
    }
    long mean = mean();
    long missing = standing * mean - (last - standsAt) - Math.max(0, advance - mean);
    missing -= Math.max(0, next - mean);
    boolean stood = missing >= av_rescale_q(MIN_MISSING_US, MICROSECONDS, track.time_base());
    int number = 0;
    for (AVPacket packet : held) {
      if (stood && packet.stream_index() == track.index()) {
        long stamp = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        number++;
        shift(packet, added + standsAt + number * mean - stamp);
      } else {
        shift(packet, added);
      }
      ready.add(packet);
    }
    added += stood ? standing * mean - (last - standsAt) : 0;
    isMended |= stood;
    held.clear();
    standing = 0;
  }

  private void shift(AVPacket packet, long by) {
    if (packet.stream_index() == track.index()) {
      MendedClock.shift(packet, by);
    }
  }

  /** The next packet that was held; false where there is none. */
  public boolean next(AVPacket packet) {
    AVPacket oldest = ready.poll();
    if (oldest == null) {
      return false;
    }
    av_packet_unref(packet);
    av_packet_move_ref(packet, oldest);
    av_packet_free(oldest);
    return true;
  }

  /** At the end of the file nothing makes up for it any more. */
  public void end() {
    release(mean());
  }

  @Override
  public void close() {
    held.forEach(packet -> av_packet_free(packet));
    ready.forEach(packet -> av_packet_free(packet));
  }
}
