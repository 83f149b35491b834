package org.otklik.media.decoder;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.otklik.sound.Sound;
import org.otklik.sound.SoundPart;
import org.otklik.vision.image.FrameArea;

/**
 * What the parent asks of the child; goes over the child's standard input, so that neither a file's
 * name nor the classpath depends on the encoding of command lines.
 *
 * @param video absolute path
 * @param sampleHz for {@link Mode#FRAMES}
 * @param sidePx the longer side for {@link Mode#FRAMES}, the width for {@link Mode#THUMBNAILS}
 * @param afterMs for {@link Mode#FRAMES}: only later frames are wanted; -1 for all
 * @param threads of the decoder
 * @param turnDegrees for {@link Mode#FRAMES}: clockwise, after the turn that the file asks for
 * @param area for {@link Mode#FRAMES}: of the upright picture before that turn; else the whole
 * @param timesMs for {@link Mode#THUMBNAILS}: ascending media times
 * @param copy for {@link Mode#COPY} and {@link Mode#CUT}: absolute path of the file to write; else
 *     empty
 * @param cut for {@link Mode#CUT}; else {@link CutOrder#NONE}
 * @param sound for {@link Mode#SOUND} and {@link Mode#WHOLE_SOUND}; else {@link SoundPart#MAIN}
 */
public record DecodeRequest(
    Mode mode,
    String video,
    double sampleHz,
    int sidePx,
    int afterMs,
    int threads,
    int turnDegrees,
    FrameArea area,
    int[] timesMs,
    String copy,
    CutOrder cut,
    SoundPart sound,
    Limits limits) {

  /** Of {@link Mode#SOUND}: 20 minutes; what comes later is not sent, so that it fits in memory. */
  public static final int MAX_SOUND_SAMPLES = 20 * 60 * Sound.HZ;

  /** What is wanted. */
  public enum Mode {
    PROBE,
    FRAMES,
    THUMBNAILS,
    COPY,
    CUT,
    /** As far as it is listened to for a creative. */
    SOUND,
    /** However long it is. */
    WHOLE_SOUND,
    LEVELS
  }

  /** The limits that are kept inside the child; pixels, milliseconds, bytes. */
  public record Limits(int sidePx, long pixels, int durationMs, long allocationBytes) {}

  public void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(mode.name());
    out.writeUTF(video);
    out.writeDouble(sampleHz);
    out.writeInt(sidePx);
    out.writeInt(afterMs);
    out.writeInt(threads);
    out.writeInt(turnDegrees);
    for (double share : area.shares()) {
      out.writeDouble(share);
    }
    out.writeInt(timesMs.length);
    for (int timeMs : timesMs) {
      out.writeInt(timeMs);
    }
    out.writeUTF(copy);
    cut.writeTo(out);
    out.writeInt(sound.track());
    out.writeUTF(sound.channel().name());
    out.writeInt(limits.sidePx);
    out.writeLong(limits.pixels);
    out.writeInt(limits.durationMs);
    out.writeLong(limits.allocationBytes);
    out.flush();
  }

  public static DecodeRequest readFrom(DataInputStream in) throws IOException {
    Mode mode = Mode.valueOf(in.readUTF());
    String video = in.readUTF();
    double sampleHz = in.readDouble();
    int sidePx = in.readInt();
    int afterMs = in.readInt();
    int threads = in.readInt();
    int turnDegrees = in.readInt();
    FrameArea area =
        new FrameArea(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    int[] timesMs = new int[in.readInt()];
    for (int i = 0; i < timesMs.length; i++) {
      timesMs[i] = in.readInt();
    }
    String copy = in.readUTF();
    CutOrder cut = CutOrder.readFrom(in);
    SoundPart sound = new SoundPart(in.readInt(), SoundPart.Channel.valueOf(in.readUTF()));
    Limits limits = new Limits(in.readInt(), in.readLong(), in.readInt(), in.readLong());
    return new DecodeRequest(
        mode,
        video,
        sampleHz,
        sidePx,
        afterMs,
        threads,
        turnDegrees,
        area,
        timesMs,
        copy,
        cut,
        sound,
        limits);
  }
}
