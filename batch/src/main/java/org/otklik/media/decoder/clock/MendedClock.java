package org.otklik.media.decoder.clock;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Mends the times of a track whose clock jumps back in mid-video, as browsers' do when the
 * computer's is put right: what comes after the jump follows what was before it, at the distance of
 * the two packets before. Each track by itself; one whose times only rise is left as it is.
 */
public final class MendedClock {
  /** Less is disorder, of which a sample is lost at most. */
  private static final long MIN_JUMP_US = 300_000;

  /** Without times of decoding, packets come in the order of that, not of being shown. */
  private static final long MIN_JUMP_OF_SHOWN_US = 2_000_000;

  /** A clock that comes back to its beginning is that of another recording. */
  private static final long BEGINNING_US = 500_000;

  private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

  private final Map<Integer, Track> tracks = new HashMap<>();

  /** All in the track's own units. */
  private static final class Track {
    private long first = AV_NOPTS_VALUE;
    private long last = AV_NOPTS_VALUE;
    private long step;
    private long added;
    private boolean jumps;
    private boolean beginsAgain;
  }

  public void mend(AVPacket packet, AVStream stream) {
    long stamp = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    if (stamp == AV_NOPTS_VALUE || (packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
      return;
    }
    Track track = tracks.computeIfAbsent(packet.stream_index(), index -> new Track());
    if (track.first == AV_NOPTS_VALUE) {
      track.first = stamp;
      track.last = stamp;
      track.step = Math.max(0, packet.duration());
    }
    long jumpUs = packet.dts() == AV_NOPTS_VALUE ? MIN_JUMP_OF_SHOWN_US : MIN_JUMP_US;
    if (track.last - (stamp + track.added) > units(jumpUs, stream)) {
      track.jumps = true;
      track.beginsAgain |= stamp <= track.first + units(BEGINNING_US, stream);
      track.added = track.last + track.step - stamp;
    }
    long mended = stamp + track.added;
    if (mended > track.last) {
      track.step = mended - track.last;
      track.last = mended;
    }
    shift(packet, track.added);
  }

  /**
   * @param by in the track's units
   */
  static void shift(AVPacket packet, long by) {
    packet.pts(packet.pts() == AV_NOPTS_VALUE ? AV_NOPTS_VALUE : packet.pts() + by);
    packet.dts(packet.dts() == AV_NOPTS_VALUE ? AV_NOPTS_VALUE : packet.dts() + by);
  }

  private static long units(long us, AVStream stream) {
    return av_rescale_q(us, MICROSECONDS, stream.time_base());
  }

  /** Whether times of the track read so far were mended. */
  public boolean isMended(AVStream stream) {
    return tracks.containsKey(stream.index()) && tracks.get(stream.index()).jumps;
  }

  /** Whether the track's clock came back to its beginning. */
  public boolean beginsAgain(AVStream stream) {
    return tracks.containsKey(stream.index()) && tracks.get(stream.index()).beginsAgain;
  }
}
