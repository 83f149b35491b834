package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.media.container.Protection;
import org.otklik.media.decoder.clock.MendedClock;
import org.otklik.media.decoder.clock.StandingClock;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** A container that was recognised and has a video track within the limits. */
public final class OpenVideo implements AutoCloseable {
  /**
   * Containers of real videos. Playlists and concat scripts are not among them: they open other
   * files.
   */
  static final String CONTAINERS = "mov,mp4,matroska,webm,avi,mpegts,mpeg,asf,flv,ogg";

  private static final int MAX_TRACKS = 32;

  /** "encv" and "drmi" as little-endian numbers: the names of encrypted tracks in MP4. */
  private static final Set<Integer> PROTECTED_TAGS = Set.of(0x76636e65, 0x696d7264);

  private static final int MAX_READ_ERRORS = 50;
  private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

  private final String file;
  private final AVFormatContext format;
  private final AVStream track;
  private final long originUs;
  private final MendedClock clock = new MendedClock();
  private final StandingClock standing;

  private OpenVideo(String file, AVFormatContext format, AVStream track) {
    this.file = file;
    this.format = format;
    this.track = track;
    this.originUs = originUs(format, track);
    this.standing = new StandingClock(track);
  }

  public static OpenVideo open(String file, DecodeRequest.Limits limits)
      throws IOException, UnusableMediaException {
    if (Protection.isStatedIn(Path.of(file))) {
      throw new UnusableMediaException(Reason.PROTECTED, "by its container");
    }
    AVFormatContext format = openContainer(file);
    try {
      checkSize(format, limits);
      if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
        throw UnknownContainer.headOnly(Path.of(file), "its tracks cannot be read");
      }
      checkSize(format, limits);
      if (format.nb_streams() == 0) {
        throw UnknownContainer.headOnly(Path.of(file), "it has no track");
      }
      return new OpenVideo(file, format, videoTrack(format));
    } catch (IOException | UnusableMediaException e) {
      avformat_close_input(format);
      throw e;
    }
  }

  private static AVFormatContext openContainer(String file) throws UnusableMediaException {
    AVFormatContext format = avformat_alloc_context();
    format.max_streams(MAX_TRACKS);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", CONTAINERS, 0);
    av_dict_set(options, "protocol_whitelist", "file,pipe", 0);
    BytePointer url = new BytePointer(("file:" + file + "\0").getBytes(StandardCharsets.UTF_8));
    int code = avformat_open_input(format, url, null, options);
    av_dict_free(options);
    if (code < 0) {
      throw UnknownContainer.explain(file, errorText(code));
    }
    return format;
  }

  private static AVStream videoTrack(AVFormatContext format) throws UnusableMediaException {
    int index =
        av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (index < 0 || !isVideo(format.streams(index))) {
      throw new UnusableMediaException(
          Reason.NO_VIDEO_TRACK, format.nb_streams() + " tracks, none of them a video");
    }
    if (PROTECTED_TAGS.contains(format.streams(index).codecpar().codec_tag())) {
      throw new UnusableMediaException(Reason.PROTECTED, "by its sample entry");
    }
    return format.streams(index);
  }

  /** Covers and thumbnails are none. */
  static boolean isVideo(AVStream track) {
    int noVideo =
        AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS | AV_DISPOSITION_STILL_IMAGE;
    return track.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
        && (track.disposition() & noVideo) == 0;
  }

  private static void checkSize(AVFormatContext format, DecodeRequest.Limits limits)
      throws UnusableMediaException {
    for (int i = 0; i < format.nb_streams(); i++) {
      long width = format.streams(i).codecpar().width();
      long height = format.streams(i).codecpar().height();
      boolean tooLong = width > limits.sidePx() || height > limits.sidePx();
      if (tooLong || width * height > limits.pixels()) {
        throw new UnusableMediaException(Reason.TOO_MANY_PIXELS, width + "x" + height);
      }
    }
  }

  String file() {
    return file;
  }

  public AVFormatContext format() {
    return format;
  }

  public AVStream track() {
    return track;
  }

  /**
   * Where the video's time begins, as in players: at its first picture, or at its first sound where
   * that comes earlier. Sound before zero is what the sound's codec needs to warm up.
   */
  private static long originUs(AVFormatContext format, AVStream video) {
    long originUs = startUs(video, 0);
    for (int i = 0; i < format.nb_streams(); i++) {
      AVStream track = format.streams(i);
      if (track.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        originUs = Math.min(originUs, Math.max(0, startUs(track, originUs)));
      }
    }
    return originUs;
  }

  private static long startUs(AVStream track, long unknownUs) {
    long start = track.start_time();
    return start == AV_NOPTS_VALUE ? unknownUs : toUs(start, track);
  }

  /** Whether times of the video track were mended in what has been read. */
  boolean isMended() {
    return clock.isMended(track) || standing.isMended();
  }

  /** Whether the clock of the video track came back to its beginning. */
  boolean beginsAgain() {
    return clock.beginsAgain(track);
  }

  /** The video's beginning on the container's clock, in microseconds. */
  long originUs() {
    return originUs;
  }

  /** Time of a stamp of the video track, in microseconds since the video's beginning. */
  public long timeUs(long pts) {
    return timeUs(pts, track);
  }

  public long timeUs(long stamp, AVStream track) {
    return toUs(stamp, track) - originUs;
  }

  private static long toUs(long stamp, AVStream track) {
    return av_rescale_q(stamp, track.time_base(), MICROSECONDS);
  }

  Orientation orientation() {
    return Orientation.of(track.codecpar());
  }

  /** Width of a stored pixel over its height; the container's word goes before the codec's. */
  public double pixelAspect(AVFrame frame) {
    AVRational aspect = av_guess_sample_aspect_ratio(format, track, frame);
    return aspect.num() > 0 && aspect.den() > 0 ? av_q2d(aspect) : 0;
  }

  /**
   * The decoder will see only the video track; the others are not even read where that is possible.
   */
  void readVideoTrackOnly() {
    readTrackOnly(track);
  }

  public void readTrackOnly(AVStream track) {
    for (int i = 0; i < format.nb_streams(); i++) {
      if (i != track.index()) {
        format.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  /**
   * Before anything is read: goes to where decoding must begin to have what is shown at a time, in
   * microseconds since the video's beginning. Only in files whose index says it: what was recorded
   * live is read from its beginning, because its clock may jump.
   *
   * @return false where reading begins at the beginning
   */
  public boolean seek(long timeUs, AVStream track) {
    String container = format.iformat().name().getString();
    boolean isIndexed =
        container.contains("mp4")
            || container.contains("matroska") && format.duration() != AV_NOPTS_VALUE;
    long stamp = av_rescale_q(timeUs + originUs, MICROSECONDS, track.time_base());
    return isIndexed && av_seek_frame(format, track.index(), stamp, AVSEEK_FLAG_BACKWARD) >= 0;
  }

  /**
   * @return false at the end, also at an end that is the file's fault
   */
  public boolean read(AVPacket packet) {
    while (!standing.next(packet)) {
      if (!readNext(packet)) {
        standing.end();
        if (!standing.next(packet)) {
          return false;
        }
        break;
      }
      if (standing.passes(packet)) {
        break;
      }
    }
    clock.mend(packet, format.streams(packet.stream_index()));
    return true;
  }

  private boolean readNext(AVPacket packet) {
    for (int errors = 0; errors < MAX_READ_ERRORS; errors++) {
      av_packet_unref(packet);
      int code = av_read_frame(format, packet);
      if (code >= 0) {
        return true;
      }
      if (code != AVERROR_INVALIDDATA()) {
        return false;
      }
    }
    return false;
  }

  public static String errorText(int code) {
    byte[] text = new byte[256];
    av_strerror(code, text, text.length);
    return new String(text, StandardCharsets.UTF_8).replace("\0", "").trim();
  }

  @Override
  public void close() {
    standing.close();
    avformat_close_input(format);
  }
}
