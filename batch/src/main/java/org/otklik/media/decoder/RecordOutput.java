package org.otklik.media.decoder;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.UnusableMediaException;

/**
 * Writes records to the parent. A broken pipe (the parent is gone) ends the child by IOException.
 */
public final class RecordOutput {
  private static final long HEARTBEAT_NS = 500_000_000L;
  private static final int MAX_DETAIL_LENGTH = 2000;

  private final DataOutputStream out;
  private long lastNs = System.nanoTime();

  /** A channel writes pictures without a copy of its own on Java's side. */
  public RecordOutput(WritableByteChannel channel) {
    OutputStream out = Channels.newOutputStream(channel);
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }

  public void facts(MediaFacts facts) throws IOException {
    out.writeByte(RecordType.FACTS);
    out.writeUTF(facts.container());
    out.writeUTF(facts.videoCodec());
    out.writeInt(facts.widthPx());
    out.writeInt(facts.heightPx());
    out.writeInt(facts.rotationDegrees());
    out.writeInt(facts.durationMs());
    out.writeDouble(facts.frameRate());
    out.writeInt(facts.frameCount());
    out.writeInt(facts.soundChannels().size());
    for (int channels : facts.soundChannels()) {
      out.writeInt(channels);
    }
    out.writeBoolean(facts.playsInBrowsers());
    out.writeInt(facts.frameTimesMs().size());
    for (int timeMs : facts.frameTimesMs()) {
      out.writeInt(timeMs);
    }
    sent();
  }

  /**
   * @param picture null: what stood here could not be decoded
   */
  void frame(int mediaTimeMs, UprightScaler.UprightFrame picture) throws IOException {
    out.writeByte(RecordType.FRAME);
    picture(mediaTimeMs, picture);
  }

  void thumbnail(int wantedMs, int mediaTimeMs, UprightScaler.UprightFrame picture)
      throws IOException {
    out.writeByte(RecordType.THUMBNAIL);
    out.writeInt(wantedMs);
    picture(mediaTimeMs, picture);
  }

  private void picture(int mediaTimeMs, UprightScaler.UprightFrame picture) throws IOException {
    out.writeInt(mediaTimeMs);
    UprightSize size = picture == null ? UprightSize.UNKNOWN : picture.size();
    out.writeInt(size.widthPx());
    out.writeInt(size.heightPx());
    out.writeInt(size.sourceWidthPx());
    out.writeInt(size.sourceHeightPx());
    out.writeInt(picture == null ? -1 : picture.bgr().length);
    if (picture != null) {
      out.write(picture.bgr());
    }
    sent();
  }

  /** So many frames of a cut are written. */
  public void progress(int frames) throws IOException {
    out.writeByte(RecordType.PROGRESS);
    out.writeInt(frames);
    sent();
  }

  /** Samples that follow those that were sent before. */
  void sound(short[] samples) throws IOException {
    out.writeByte(RecordType.SOUND);
    out.writeInt(samples.length);
    for (short sample : samples) {
      out.writeShort(sample);
    }
    sent();
  }

  /** Tells the parent that work goes on, at most twice a second. */
  public void heartbeat() throws IOException {
    if (System.nanoTime() - lastNs > HEARTBEAT_NS) {
      out.writeByte(RecordType.HEARTBEAT);
      sent();
    }
  }

  public void unusable(UnusableMediaException problem) throws IOException {
    String detail = String.valueOf(problem.getMessage());
    out.writeByte(RecordType.UNUSABLE);
    out.writeUTF(problem.reason().name());
    out.writeUTF(detail.substring(0, Math.min(MAX_DETAIL_LENGTH, detail.length())));
    sent();
  }

  public void end() throws IOException {
    out.writeByte(RecordType.END);
    sent();
  }

  private void sent() throws IOException {
    out.flush();
    lastNs = System.nanoTime();
  }
}
