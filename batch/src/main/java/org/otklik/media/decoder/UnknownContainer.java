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
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Says in the user's terms what a file is that could not be opened as a video. */
final class UnknownContainer {
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

  private UnknownContainer() {}

  static UnusableMediaException explain(String video, String ffmpegSays) {
    byte[] head;
    try (InputStream in = Files.newInputStream(Path.of(video))) {
      head = in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      return new UnusableMediaException(Reason.DECODER_FAILED, "the file cannot be read", e);
    }
    String container = guess(head);
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
    return new UnusableMediaException(Reason.NOT_A_VIDEO, container + ": " + ffmpegSays);
  }

  /** HEIC and AVIF photographs share their container with videos. */
  static boolean isStillBrand(byte[] head) {
    if (head.length < 12) {
      return false;
    }
    String brand = new String(head, 4, 8, StandardCharsets.ISO_8859_1);
    return Set.of("ftypheic", "ftypheix", "ftypmif1", "ftypavif").contains(brand);
  }

  /** FFmpeg's short name of the format that the first bytes look like; empty when of none. */
  private static String guess(byte[] head) {
    byte[] padded = new byte[head.length + PADDING];
    System.arraycopy(head, 0, padded, 0, head.length);
    AVProbeData data = new AVProbeData();
    data.filename(new BytePointer("video\0".getBytes(StandardCharsets.US_ASCII)));
    data.buf(new BytePointer(padded));
    data.buf_size(head.length);
    AVInputFormat format = av_probe_input_format3(data, 1, new int[1]);
    return format == null || format.isNull() ? "" : format.name().getString();
  }
}
