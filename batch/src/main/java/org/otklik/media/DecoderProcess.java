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
  private final DecodeLimits limits;
  private final ProcessSupervisor supervisor;
  private volatile boolean ended;

  DecoderProcess(Process process, DecodeLimits limits) {
    this.process = process;
    this.records =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
    this.limits = limits;
    this.supervisor = ProcessSupervisor.attend(process, limits.patience(), limits.residentBytes());
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
      supervisor.notWaiting();
      UnusableMediaException problem = explained(e);
      close();
      throw problem;
    }
  }

  /** Why the records broke off. */
  private UnusableMediaException explained(IOException cause) {
    ProcessSupervisor.Ending ending = supervisor.ending();
    return switch (ending) {
      case WORKED_IN_VAIN ->
          new UnusableMediaException(
              Reason.TIMED_OUT,
              "no sign of life in " + limits.patience().work() + " of processor time",
              cause);
      case TOO_MUCH_MEMORY ->
          new UnusableMediaException(
              Reason.TOO_MANY_PIXELS,
              "it takes more than " + limits.residentBytes() + " bytes",
              cause);
      case STALLED, KILLED, HEAP_FULL ->
          new UnusableMediaException(
              Reason.SERVER_BUSY, ending + ": " + supervisor.diagnostics(), cause);
      case CRASHED ->
          new UnusableMediaException(
              Reason.DECODER_FAILED, "the decoder broke off: " + supervisor.diagnostics(), cause);
    };
  }

  private DecoderRecord meaningful() throws IOException, UnusableMediaException {
    while (true) {
      supervisor.waiting();
      DecoderRecord record = DecoderRecord.read(records);
      supervisor.notWaiting();
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
    supervisor.notWaiting();
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
