package org.otklik.web.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Ends a request that was answered before its body was read, because it was refused: the container
 * would else read the rest, in the thread of a worker, for as long as its sender takes.
 */
final class UnreadBodyHandler implements HttpHandler {
  private final HttpHandler next;

  UnreadBodyHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    next.handleRequest(exchange);
    boolean hasArrived = exchange.getAttachment(BodyHandler.ARRIVED) != null;
    if (!hasArrived && !exchange.isRequestComplete() && !exchange.isDispatched()) {
      exchange.getConnection().terminateRequestChannel(exchange);
    }
  }
}
