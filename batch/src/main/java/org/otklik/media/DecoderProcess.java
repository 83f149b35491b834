package org.otklik.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** A running child: its records, its end. To be read by one thread, and closed by any. */
final class DecoderProcess implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long GOODBYE_SECONDS = 5;

  private final Process process;
  private final DataInputStream records;
  private final ProcessSupervisor attendant;
  private volatile boolean ended;

  DecoderProcess(Process process, DecodeLimits limits) {
    this.process = process;
    this.records =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    this.attendant = ProcessSupervisor.attend(process, limits);
  }

  /**
   * The next record that says something; {@link DecoderRecord.End} again and again after the last.
   *
   * @throws UnusableMediaException when the child says so, dies or falls silent
   */
  DecoderRecord next() throws UnusableMediaException {
    if (ended) {
      return new DecoderRecord.End();
    }
    try {
      return meaningful();
    } catch (IOException e) {
      close();
      throw attendant.explain(e);
    }
  }

  private DecoderRecord meaningful() throws IOException, UnusableMediaException {
    while (true) {
      attendant.waitingSince(System.nanoTime());
      DecoderRecord record = DecoderRecord.read(records);
      attendant.notWaiting();
      if (record instanceof DecoderRecord.Unusable unusable) {
        close();
        throw unusable.problem();
      }
      if (record instanceof DecoderRecord.End) {
        close();
      }
      if (!(record instanceof DecoderRecord.Heartbeat)) {
        return record;
      }
    }
  }

  long pid() {
    return process.pid();
  }

  /** Ends the child now, finished or not, and waits until it is gone. */
  @Override
  public void close() {
    ended = true;
    attendant.notWaiting();
    process.destroyForcibly();
    try {
      if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("child " + process.pid() + " cannot be ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For callers that got a record they did not ask for. */
  static UnusableMediaException unexpected(DecoderRecord record) {
    return new UnusableMediaException(
        Reason.DECODER_FAILED, "unexpected " + record.getClass().getSimpleName());
  }
}
