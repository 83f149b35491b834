package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_format3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.javacpp.BytePointer;
import org.otklik.media.container.FileStructure;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Says in the user's terms what a file is that could not be opened as a video. */
public final class UnknownContainer {
  private static final int HEAD_BYTES = 64 * 1024;

  /** FFmpeg's AVPROBE_PADDING_SIZE. */
  private static final int PADDING = 32;

  /** Containers FFmpeg recognises, by their short names, that hold sound and nothing else. */
  private static final Set<String> SOUND =
      Set.of(
          "mp3", "wav", "flac", "aac", "ac3", "eac3", "amr", "amrnb", "amrwb", "aiff", "au", "caf",
          "w64", "dts", "tta", "wv", "ape", "opus", "mpc", "mpc8", "voc", "loas", "mid");

  private static final Set<String> IMAGE_CONTAINERS =
      Set.of("gif", "apng", "ico", "image2", "jpegxl_anim");

  /** Containers of videos that FFmpeg reads and that are not let in: each is one more to attack. */
  private static final Set<String> OTHER_VIDEOS =
      Set.of(
          "h264",
          "hevc",
          "vvc",
          "obu",
          "ivf",
          "dv",
          "mxf",
          "nut",
          "yuv4mpegpipe",
          "rm",
          "m4v",
          "mpegvideo",
          "mjpeg",
          "h261",
          "h263",
          "cavsvideo",
          "avs2",
          "avs3",
          "vc1",
          "vc1test",
          "dirac",
          "evc",
          "gxf",
          "wtv",
          "r3d",
          "roq",
          "smk",
          "bink",
          "flic",
          "nsv",
          "nuv",
          "pva",
          "thp",
          "vivo",
          "4xm",
          "avs",
          "film_cpk",
          "ea",
          "lmlm4",
          "mtv",
          "mv",
          "xmv",
          "dhav",
          "amv",
          "kux",
          "live_flv",
          "mxg",
          "swf",
          "argo_brp",
          "dxa",
          "vmd",
          "wsvqa",
          "yop",
          "cine");

  /** FFmpeg's own bound, AVPROBE_SCORE_RETRY, below which it wants to see more. */
  private static final int MIN_SCORE = 25;

  /** Of raw sound and video, which something in the middle of a file may look like. */
  private static final int MAX_DOUBTFUL_SCORE = 75;

  private UnknownContainer() {}

  private record Guess(String container, int score) {}

  static UnusableMediaException explain(String video, String ffmpegSays) {
    try {
      return explain(Path.of(video), ffmpegSays);
    } catch (IOException e) {
      return new UnusableMediaException(Reason.SERVER_BUSY, "the file cannot be read", e);
    }
  }

  private static UnusableMediaException explain(Path video, String ffmpegSays) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(video)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    Guess guess = guess(head);
    String container = guess.container();
    if (isBeginningMissing(video, guess)) {
      return new UnusableMediaException(Reason.BEGINNING_MISSING, container + ": " + ffmpegSays);
    }
    if (isStillBrand(head) || container.endsWith("_pipe") || IMAGE_CONTAINERS.contains(container)) {
      return new UnusableMediaException(Reason.A_PICTURE, container);
    }
    if (SOUND.contains(container)) {
      return new UnusableMediaException(Reason.NO_VIDEO_TRACK, container);
    }
    if (container.startsWith("mov,")) {
      // The index of an MP4 is written last: without it, the end of the file is missing.
      return new UnusableMediaException(Reason.TRUNCATED, "no index: " + ffmpegSays);
    }
    if (container.startsWith("matroska,")) {
      return headOnly(video, ffmpegSays);
    }
    if (OTHER_VIDEOS.contains(container) && guess.score() >= MIN_SCORE) {
      return new UnusableMediaException(Reason.UNSUPPORTED, "container " + container);
    }
    return new UnusableMediaException(Reason.NOT_A_VIDEO, container + ": " + ffmpegSays);
  }

  /** What FFmpeg is sure of begins as it should; but for MP4, whose parts look like a beginning. */
  private static boolean isBeginningMissing(Path video, Guess guess) throws IOException {
    boolean doubtful = guess.score() <= MAX_DOUBTFUL_SCORE || guess.container().startsWith("mov,");
    return doubtful && FileStructure.isBeginningMissing(video);
  }

  /** Of a file that is a video's by its first bytes, and holds no track that can be read. */
  static UnusableMediaException headOnly(Path video, String detail) throws IOException {
    boolean whole = FileStructure.of(video).end() == FileStructure.End.THERE;
    return new UnusableMediaException(whole ? Reason.NO_FRAMES : Reason.TRUNCATED, detail);
  }

  /** HEIC and AVIF photographs share their container with videos. */
  public static boolean isStillBrand(byte[] head) {
    if (head.length < 12) {
      return false;
    }
    String brand = new String(head, 4, 8, StandardCharsets.ISO_8859_1);
    return Set.of("ftypheic", "ftypheix", "ftypmif1", "ftypavif").contains(brand);
  }

  /** FFmpeg's short name of the format that the first bytes look like; empty when of none. */
  private static Guess guess(byte[] head) {
    byte[] padded = new byte[head.length + PADDING];
    System.arraycopy(head, 0, padded, 0, head.length);
    AVProbeData data = new AVProbeData();
    data.filename(new BytePointer("video\0".getBytes(StandardCharsets.US_ASCII)));
    data.buf(new BytePointer(padded));
    data.buf_size(head.length);
    int[] score = new int[1];
    AVInputFormat format = av_probe_input_format3(data, 1, score);
    return format == null || format.isNull()
        ? new Guess("", 0)
        : new Guess(format.name().getString(), score[0]);
  }
}
