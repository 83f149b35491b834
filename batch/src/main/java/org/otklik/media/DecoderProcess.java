package org.otklik.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.otklik.media.decoder.DecodeRequest;

/** A running child: it takes requests, one after the other, and answers each with records. */
final class DecoderProcess implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long GOODBYE_SECONDS = 5;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream records;

  DecoderProcess(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(process.getOutputStream());
    this.records =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void send(DecodeRequest request) throws IOException {
    request.writeTo(requests);
  }

  DecoderRecord read() throws IOException {
    return DecoderRecord.read(records);
  }

  /** With somebody who stands by while it works. */
  ProcessSupervisor attended(DecodeLimits limits) {
    return ProcessSupervisor.attend(process, limits.patience(), limits.residentBytes());
  }

  long pid() {
    return process.pid();
  }

  /** Ends it now, whatever it is doing, and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("child " + process.pid() + " cannot be ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
