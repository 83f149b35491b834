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

/** Reads all packets of a video and believes them, not the container's header. */
final class StreamScan {
  /** A video is cut off when this much of what it declares is missing, and also this share. */
  private static final long MISSING_US = 500_000;

  private static final double MISSING_SHARE = 0.05;

  private final OpenVideo video;
  private final DecodeRequest.Limits limits;
  private final RecordOutput alive;

  private int frameCount;
  private long firstShownUs = Long.MAX_VALUE;
  private long lastShownUs = Long.MIN_VALUE;
  private long videoEndUs;
  private long lastEndUs;

  StreamScan(OpenVideo video, DecodeRequest.Limits limits, RecordOutput alive) {
    this.video = video;
    this.limits = limits;
    this.alive = alive;
  }

  MediaFacts facts() throws IOException, UnusableMediaException {
    readPackets();
    if (frameCount == 0) {
      boolean declared = declaredUs() > MISSING_US;
      throw new UnusableMediaException(
          declared ? Reason.TRUNCATED : Reason.NO_VIDEO_TRACK, "the video track holds no frame");
    }
    checkComplete();
    AVCodecParameters track = video.track().codecpar();
    int rotation = video.orientation().rotationDegrees();
    UprightSize size =
        UprightSize.source(track.width(), track.height(), video.pixelAspect(null), rotation);
    double seconds = videoEndUs / 1e6;
    return new MediaFacts(
        video.format().iformat().name().getString(),
        avcodec_get_name(track.codec_id()).getString(),
        size.sourceWidthPx(),
        size.sourceHeightPx(),
        rotation,
        SampleGrid.toMs(videoEndUs),
        seconds > 0 ? frameCount / seconds : 0,
        frameCount,
        hasAudio(),
        BrowserVideo.plays(video));
  }

  private void readPackets() throws IOException, UnusableMediaException {
    AVPacket packet = av_packet_alloc();
    try {
      while (video.read(packet)) {
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
    AVStream track = video.format().streams(packet.stream_index());
    long stamp = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
    boolean isVideo = packet.stream_index() == video.track().index();
    frameCount += isVideo ? 1 : 0;
    if (stamp == AV_NOPTS_VALUE) {
      return;
    }
    long endUs = video.timeUs(stamp + Math.max(0, packet.duration()), track);
    // MP4 declares a video's length, Matroska the time of its end, which may count from earlier.
    lastEndUs = Math.max(lastEndUs, Math.max(endUs, endUs + video.originUs()));
    if (isVideo) {
      extend(video.timeUs(stamp), endUs);
    }
  }

  private void extend(long shownUs, long endUs) throws UnusableMediaException {
    FrameSampling.checkDuration(endUs, limits);
    firstShownUs = Math.min(firstShownUs, shownUs);
    videoEndUs = Math.max(videoEndUs, endUs);
    if (endUs == shownUs && frameCount > 1 && shownUs > lastShownUs) {
      // No length is given (browser WebM): the last frame lasts as long as the mean one.
      videoEndUs = Math.max(videoEndUs, shownUs + (shownUs - firstShownUs) / (frameCount - 1));
    }
    lastShownUs = Math.max(lastShownUs, shownUs);
  }

  private void checkComplete() throws UnusableMediaException {
    long declaredUs = declaredUs();
    FrameSampling.checkDuration(videoEndUs, limits);
    long missingUs = declaredUs - lastEndUs;
    if (missingUs > MISSING_US && missingUs > MISSING_SHARE * declaredUs) {
      throw new UnusableMediaException(
          Reason.TRUNCATED,
          "declares " + declaredUs / 1000 + " ms and holds " + lastEndUs / 1000 + " ms");
    }
  }

  /** 0 when nothing is declared, or only estimated from the file's size. */
  private long declaredUs() {
    AVFormatContext format = video.format();
    boolean header = format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
    return header && format.duration() != AV_NOPTS_VALUE ? format.duration() : 0;
  }

  private boolean hasAudio() {
    for (int i = 0; i < video.format().nb_streams(); i++) {
      if (video.format().streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return true;
      }
    }
    return false;
  }
}
