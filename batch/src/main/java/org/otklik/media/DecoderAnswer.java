package org.otklik.media;

import java.io.IOException;
import org.otklik.media.DecoderChild.Children;
import org.otklik.outage.ChildFailures;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * What a child answers to one request, record by record. To be read by one thread, and closed by
 * any.
 */
final class DecoderAnswer implements AutoCloseable {
  private final DecoderProcess process;
  private final DecodeLimits limits;
  private final Children children;
  private final VideoIdentity video;
  private final ProcessSupervisor supervisor;

  private boolean ended;

  /** Whether the process is no longer ours. */
  private boolean isHandedBack;

  DecoderAnswer(
      DecoderProcess process, DecodeLimits limits, Children children, VideoIdentity video) {
    this.process = process;
    this.limits = limits;
    this.children = children;
    this.video = video;
    this.supervisor = process.attended(limits);
  }

  /**
   * The next record that says something; {@link DecoderRecord.End} again and again after the last.
   *
   * @throws UnusableMediaException when the child says so, dies or falls silent
   */
  DecoderRecord next() throws UnusableMediaException {
    if (hasEnded()) {
      return new DecoderRecord.End();
    }
    try {
      return meaningful();
    } catch (IOException e) {
      supervisor.notWaiting();
      if (!hasEnded()) { // else it was ended from here
        ChildFailures.OF_THIS_PROCESS.count();
      }
      UnusableMediaException problem = explained(e);
      close();
      throw problem;
    }
  }

  private synchronized boolean hasEnded() {
    return ended;
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
      DecoderRecord record = process.read();
      supervisor.notWaiting();
      if (record instanceof DecoderRecord.Unusable unusable) {
        close();
        throw unusable.problem();
      }
      if (record instanceof DecoderRecord.End) {
        handBack();
      }
      if (!(record instanceof DecoderRecord.Heartbeat)) {
        return record;
      }
    }
  }

  private synchronized void handBack() {
    if (!ended) {
      ended = true;
      isHandedBack = true;
      supervisor.leave();
      children.giveBack(process, video);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Ends the child now, unless it has done its work, and waits until it is gone. */
  @Override
  public synchronized void close() {
    if (!isHandedBack) {
      ended = true;
      supervisor.notWaiting();
      process.close(); // also a second time: an interrupt may have kept us from waiting
    }
  }

  /** For callers that got a record they did not ask for. */
  static UnusableMediaException unexpected(DecoderRecord record) {
    return new UnusableMediaException(
        Reason.DECODER_FAILED, "unexpected " + record.getClass().getSimpleName());
  }
}
