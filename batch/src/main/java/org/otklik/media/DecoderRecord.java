package org.otklik.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.otklik.media.decoder.RecordType;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;
import org.otklik.vision.image.Frame;

/** What the child says, checked: the video may have taken the child over. */
sealed interface DecoderRecord {
  /** Larger pictures than this are never asked for: 4096 x 4096 x 3. */
  int MAX_PICTURE_BYTES = 3 << 24;

  /** A second of sound at a time. */
  int MAX_SAMPLES = 16_000;

  record Facts(MediaFacts facts) implements DecoderRecord {}

  record Sampled(Frame frame) implements DecoderRecord {}

  record Thumbnail(int wantedMs, Frame frame) implements DecoderRecord {}

  record Progress(int frames) implements DecoderRecord {}

  /** The next samples of a sound. */
  @SuppressWarnings("ArrayRecordComponent") // many of them, compared by nobody
  record Samples(short[] samples) implements DecoderRecord {}

  record Heartbeat() implements DecoderRecord {}

  record Unusable(UnusableMediaException problem) implements DecoderRecord {}

  record End() implements DecoderRecord {}

  static DecoderRecord read(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    return switch (type) {
      case RecordType.FACTS -> new Facts(facts(in));
      case RecordType.FRAME -> new Sampled(frame(in));
      case RecordType.THUMBNAIL -> new Thumbnail(in.readInt(), frame(in));
      case RecordType.PROGRESS -> new Progress(in.readInt());
      case RecordType.SOUND -> new Samples(samples(in));
      case RecordType.HEARTBEAT -> new Heartbeat();
      case RecordType.UNUSABLE -> new Unusable(problem(in));
      case RecordType.END -> new End();
      default -> throw new IOException("unknown record " + type);
    };
  }

  private static MediaFacts facts(DataInputStream in) throws IOException {
    return new MediaFacts(
        in.readUTF(),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readInt(),
        soundChannels(in),
        in.readBoolean(),
        frameTimesMs(in));
  }

  private static List<Integer> soundChannels(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MediaFacts.MAX_SOUND_TRACKS) {
      throw new IOException("channels of " + count + " tracks");
    }
    List<Integer> channels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      channels.add(in.readInt());
    }
    return channels;
  }

  private static List<Integer> frameTimesMs(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MediaFacts.MAX_FRAME_TIMES) {
      throw new IOException("times of " + count + " frames");
    }
    List<Integer> timesMs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      timesMs.add(in.readInt());
    }
    return timesMs;
  }

  private static Frame frame(DataInputStream in) throws IOException {
    int timeMs = in.readInt();
    int width = in.readInt();
    int height = in.readInt();
    int sourceWidth = in.readInt();
    int sourceHeight = in.readInt();
    int length = in.readInt();
    if (length == -1) {
      return new Frame(timeMs, width, height, sourceWidth, sourceHeight, null);
    }
    if (width < 1 || height < 1 || length > MAX_PICTURE_BYTES || length != 3L * width * height) {
      throw new IOException("a picture of " + width + "x" + height + " in " + length + " bytes");
    }
    byte[] bgr = new byte[length];
    in.readFully(bgr);
    return new Frame(timeMs, width, height, sourceWidth, sourceHeight, bgr);
  }

  private static short[] samples(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > MAX_SAMPLES) {
      throw new IOException("a sound of " + count + " samples");
    }
    byte[] bytes = new byte[2 * count];
    in.readFully(bytes);
    short[] samples = new short[count];
    ByteBuffer.wrap(bytes).asShortBuffer().get(samples);
    return samples;
  }

  private static UnusableMediaException problem(DataInputStream in) throws IOException {
    String reason = in.readUTF();
    String detail = in.readUTF();
    try {
      return new UnusableMediaException(Reason.valueOf(reason), withoutReason(reason, detail));
    } catch (IllegalArgumentException e) {
      throw new IOException("unknown reason", e);
    }
  }

  private static String withoutReason(String reason, String detail) {
    String prefix = reason + ": ";
    return detail.startsWith(prefix) ? detail.substring(prefix.length()) : detail;
  }
}
