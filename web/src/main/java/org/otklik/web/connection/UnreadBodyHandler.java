package org.otklik.web.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Ends a request that was answered before its body was read, because it was refused: the container
 * would else read the rest, in the thread of a worker, for as long as its sender takes. Senders of
 * parts of an upload look for an answer only when all is sent, so a few of those are read.
 */
final class UnreadBodyHandler implements HttpHandler {
  /** Of the workers' threads, of which there are sixteen a processor. */
  private static final int MAX_READ_AT_ONCE = 4;

  private final HttpHandler next;
  private final Semaphore read = new Semaphore(MAX_READ_AT_ONCE);

  UnreadBodyHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    next.handleRequest(exchange);
    boolean hasArrived = exchange.getAttachment(BodyHandler.ARRIVED) != null;
    if (hasArrived || exchange.isRequestComplete() || exchange.isDispatched()) {
      return;
    }
    if (exchange.getAttachment(BodyHandler.PART) != null && read.tryAcquire()) {
      try {
        readToItsEnd(exchange);
      } finally {
        read.release();
      }
    } else {
      exchange.setPersistent(false);
      exchange.getConnection().terminateRequestChannel(exchange);
    }
  }

  private static void readToItsEnd(HttpServerExchange exchange) throws IOException {
    exchange
        .getAttachment(ServletRequestContext.ATTACHMENT_KEY)
        .getOriginalRequest()
        .closeAndDrainRequest();
  }
}
