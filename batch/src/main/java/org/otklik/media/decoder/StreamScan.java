package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Reads all packets of a film and believes them, not the container's header. */
final class StreamScan {
  /** A film is cut off when this much of what it declares is missing, and also this share. */
  private static final long MISSING_US = 500_000;

  private static final double MISSING_SHARE = 0.05;

  private final OpenVideo film;
  private final DecodeRequest.Limits limits;
  private final RecordOutput alive;

  private int frameCount;
  private long firstShownUs = Long.MAX_VALUE;
  private long lastShownUs = Long.MIN_VALUE;
  private long filmEndUs;
  private long lastEndUs;

  StreamScan(OpenVideo film, DecodeRequest.Limits limits, RecordOutput alive) {
    this.film = film;
    this.limits = limits;
    this.alive = alive;
  }

  MediaFacts facts() throws IOException, UnusableMediaException {
    readPackets();
    if (frameCount == 0) {
      boolean declared = declaredUs() > MISSING_US;
      throw new UnusableMediaException(
          declared ? Reason.TRUNCATED : Reason.NO_VIDEO_TRACK, "the film track holds no frame");
    }
    checkComplete();
    AVCodecParameters video = film.video().codecpar();
    int rotation = film.orientation().rotationDegrees();
    UprightSize size =
        UprightSize.source(video.width(), video.height(), film.pixelAspect(null), rotation);
    double seconds = filmEndUs / 1e6;
    return new MediaFacts(
        film.format().iformat().name().getString(),
        avcodec_get_name(video.codec_id()).getString(),
        size.sourceWidthPx(),
        size.sourceHeightPx(),
        rotation,
        SampleGrid.toMs(filmEndUs),
        seconds > 0 ? frameCount / seconds : 0,
        frameCount,
        hasAudio(),
        BrowserVideo.plays(film));
  }

  private void readPackets() throws IOException, UnusableMediaException {
    AVPacket packet = av_packet_alloc();
    try {
      while (film.read(packet)) {
        alive.heartbeat();
        if ((packet.flags() & (AV_PKT_FLAG_DISCARD | AV_PKT_FLAG_CORRUPT)) == 0) {
          count(packet);
        }
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private void count(AVPacket packet) throws UnusableMediaException {
    AVStream track = film.format().streams(packet.stream_index());
    long stamp = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    boolean isFilm = packet.stream_index() == film.video().index();
    frameCount += isFilm ? 1 : 0;
    if (stamp == AV_NOPTS_VALUE) {
      return;
    }
    long endUs = film.timeUs(stamp + Math.max(0, packet.duration()), track);
    // MP4 declares a film's length, Matroska the time of its end, which may count from earlier.
    lastEndUs = Math.max(lastEndUs, Math.max(endUs, endUs + film.originUs()));
    if (isFilm) {
      extend(film.timeUs(stamp), endUs);
    }
  }

  private void extend(long shownUs, long endUs) throws UnusableMediaException {
    FrameSampling.checkDuration(endUs, limits);
    firstShownUs = Math.min(firstShownUs, shownUs);
    filmEndUs = Math.max(filmEndUs, endUs);
    if (endUs == shownUs && frameCount > 1 && shownUs > lastShownUs) {
      // No length is given (browser WebM): the last frame lasts as long as the mean one.
      filmEndUs = Math.max(filmEndUs, shownUs + (shownUs - firstShownUs) / (frameCount - 1));
    }
    lastShownUs = Math.max(lastShownUs, shownUs);
  }

  private void checkComplete() throws UnusableMediaException {
    long declaredUs = declaredUs();
    FrameSampling.checkDuration(filmEndUs, limits);
    long missingUs = declaredUs - lastEndUs;
    if (missingUs > MISSING_US && missingUs > MISSING_SHARE * declaredUs) {
      throw new UnusableMediaException(
          Reason.TRUNCATED,
          "declares " + declaredUs / 1000 + " ms and holds " + lastEndUs / 1000 + " ms");
    }
  }

  /** 0 when nothing is declared, or only estimated from the file's size. */
  private long declaredUs() {
    AVFormatContext format = film.format();
    boolean header = format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
    return header && format.duration() != AV_NOPTS_VALUE ? format.duration() : 0;
  }

  private boolean hasAudio() {
    for (int i = 0; i < film.format().nb_streams(); i++) {
      if (film.format().streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return true;
      }
    }
    return false;
  }
}
