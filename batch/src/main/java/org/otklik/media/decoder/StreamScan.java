package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.otklik.media.container.FileStructure;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Reads all packets of a video and believes them, not the container's header. */
public final class StreamScan {
  /** A video is cut off when this much of what it declares is missing, and also this share. */
  private static final long MISSING_US = 500_000;

  private static final double MISSING_SHARE = 0.05;

  /** Tracks that a stream may begin while it is read. */
  private static final int MAX_LATER_TRACKS = 32;

  private final OpenVideo video;
  private final DecodeRequest.Limits limits;
  private final RecordOutput alive;

  private final int[] packets;
  private boolean isProtected;
  private int frameCount;
  private long firstShownUs = Long.MAX_VALUE;
  private long lastShownUs = Long.MIN_VALUE;
  private final List<Long> firstFramesUs = new ArrayList<>();
  private long videoEndUs;
  private long lastEndUs;

  public StreamScan(OpenVideo video, DecodeRequest.Limits limits, RecordOutput alive) {
    this.video = video;
    this.limits = limits;
    this.alive = alive;
    this.packets = new int[video.format().nb_streams() + MAX_LATER_TRACKS];
  }

  public MediaFacts facts() throws IOException, UnusableMediaException {
    FileStructure structure = FileStructure.of(Path.of(video.file()));
    if (structure.isJoined()) {
      throw new UnusableMediaException(Reason.JOINED, "another video begins behind the first");
    }
    readPackets();
    checkTracks(structure.end());
    boolean declaresMore = declaresMore(structure.end());
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
        soundChannels(),
        !declaresMore && !video.isMended() && BrowserVideo.plays(video),
        firstFramesUs.stream()
            .sorted()
            .map(timeUs -> SampleGrid.toMs(timeUs - firstShownUs))
            .toList());
  }

  private void checkTracks(FileStructure.End end) throws UnusableMediaException {
    if (isProtected) {
      throw new UnusableMediaException(Reason.PROTECTED, "its packets are encrypted");
    }
    if (frameCount == 0) {
      boolean cutOff = end != FileStructure.End.THERE && declaredUs() > MISSING_US;
      throw new UnusableMediaException(
          cutOff ? Reason.TRUNCATED : Reason.NO_FRAMES, "the video track holds no frame");
    }
    for (int i = 0; i < video.format().nb_streams(); i++) {
      AVStream track = video.format().streams(i);
      if (i != video.track().index() && OpenVideo.isVideo(track) && packets[i] > 1) {
        throw new UnusableMediaException(
            Reason.TWO_VIDEO_TRACKS, "tracks " + video.track().index() + " and " + i);
      }
    }
    if (video.beginsAgain()) {
      throw new UnusableMediaException(Reason.JOINED, "its clock comes back to the beginning");
    }
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
    packets[packet.stream_index()]++;
    frameCount += isVideo ? 1 : 0;
    isProtected |= isVideo && hasSideData(packet, AV_PKT_DATA_ENCRYPTION_INFO);
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
    if (firstFramesUs.size() < MediaFacts.MAX_FRAME_TIMES) {
      firstFramesUs.add(shownUs);
    }
    firstShownUs = Math.min(firstShownUs, shownUs);
    videoEndUs = Math.max(videoEndUs, endUs);
    if (endUs == shownUs && frameCount > 1 && shownUs > lastShownUs) {
      // No length is given (browser WebM): the last frame lasts as long as the mean one.
      videoEndUs = Math.max(videoEndUs, shownUs + (shownUs - firstShownUs) / (frameCount - 1));
    }
    lastShownUs = Math.max(lastShownUs, shownUs);
  }

  /**
   * Whether the header states more than there is. It may state too much; only where bytes are
   * missing, too, is the video cut off.
   */
  private boolean declaresMore(FileStructure.End end) throws UnusableMediaException {
    if (end == FileStructure.End.FAR_AWAY) { // with its index FFmpeg loses its declared length, too
      throw new UnusableMediaException(Reason.TRUNCATED, "the file is shorter than it states");
    }
    long declaredUs = declaredUs();
    FrameSampling.checkDuration(videoEndUs, limits);
    long missingUs = declaredUs - lastEndUs;
    boolean more = missingUs > MISSING_US && missingUs > MISSING_SHARE * declaredUs;
    if (more && end != FileStructure.End.THERE) {
      throw new UnusableMediaException(
          Reason.TRUNCATED,
          "declares " + declaredUs / 1000 + " ms and holds " + lastEndUs / 1000 + " ms");
    }
    return more;
  }

  private static boolean hasSideData(AVPacket packet, int type) {
    for (int i = 0; i < packet.side_data_elems(); i++) {
      if (packet.side_data().getPointer(i).type() == type) {
        return true;
      }
    }
    return false;
  }

  /** 0 when nothing is declared, or only estimated from the file's size. */
  private long declaredUs() {
    AVFormatContext format = video.format();
    boolean header = format.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
    return header && format.duration() != AV_NOPTS_VALUE ? format.duration() : 0;
  }

  /** Of each sound track, in the order in which {@link SoundTrack} counts them. */
  private List<Integer> soundChannels() {
    List<Integer> channels = new ArrayList<>();
    for (int i = 0; i < video.format().nb_streams(); i++) {
      AVCodecParameters track = video.format().streams(i).codecpar();
      if (track.codec_type() == AVMEDIA_TYPE_AUDIO
          && channels.size() < MediaFacts.MAX_SOUND_TRACKS) {
        channels.add(track.ch_layout().nb_channels());
      }
    }
    return channels;
  }
}
