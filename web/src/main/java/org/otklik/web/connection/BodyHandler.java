package org.otklik.web.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import io.undertow.util.StatusCodes;
import java.util.concurrent.TimeUnit;
import org.otklik.web.session.RequestPaths;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Reads small bodies, such as forms and JSON, before a thread of the workers is taken for them, so
 * that slow senders hold none; who is slower than a least rate is hung up on. Large ones are read
 * by the application as they come, a few at a time ({@link UploadSlots}).
 */
final class BodyHandler implements HttpHandler {
  /** Larger bodies are uploads. */
  static final long MAX_SMALL_BYTES = 1 << 20;

  /** Whoever is not signed in sends a name and a password. */
  static final long MAX_PUBLIC_BYTES = 64 << 10;

  /** Viewers of a study send their recordings in small parts. */
  static final long MAX_PARTICIPATION_BYTES = 256 << 10;

  /** Of the server's buffers, 16 KiB each. */
  private static final int BUFFERS = (int) (MAX_SMALL_BYTES >> 14) + 1;

  private static final int PATIENCE_S = 20;

  /** A phone far from the next mast sends faster. */
  private static final int MIN_BYTES_A_SECOND = 4 << 10;

  private static final AttachmentKey<XnioExecutor.Key> LIMIT =
      AttachmentKey.create(XnioExecutor.Key.class);

  /** That the body is in memory: nobody waits for its sender any more. */
  static final AttachmentKey<Boolean> ARRIVED = AttachmentKey.create(Boolean.class);

  /** That the body is a part of an upload, read as it comes. */
  static final AttachmentKey<Boolean> PART = AttachmentKey.create(Boolean.class);

  private final HttpHandler next;
  private final HttpHandler buffering;

  BodyHandler(HttpHandler next) {
    this.next = next;
    this.buffering = new RequestBufferingHandler(this::arrived, BUFFERS);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    long bytes = exchange.getRequestContentLength();
    String path = exchange.getRelativePath();
    boolean isPublic = RequestPaths.isPublic(path);
    if (exchange.isRequestComplete()) {
      next.handleRequest(exchange);
    } else if (isPart(exchange)) {
      exchange.putAttachment(PART, true);
      next.handleRequest(exchange);
    } else if (isTooLarge(path, bytes)) {
      exchange.setPersistent(false);
      next.handleRequest(exchange); // where BodyLimitFilter says so
    } else if (isPublic && asksFirst(exchange)) {
      refuse(exchange, StatusCodes.EXPECTATION_FAILED);
    } else if (!isPublic && (bytes < 0 || bytes > MAX_SMALL_BYTES || asksFirst(exchange))) {
      exchange.setPersistent(false); // refused uploads are not read to their end
      next.handleRequest(exchange);
    } else {
      exchange.setMaxEntitySize(isPublic ? maxPublicBytes(path) : MAX_SMALL_BYTES);
      exchange.putAttachment(LIMIT, limit(exchange, Math.max(0, bytes)));
      buffering.handleRequest(exchange);
    }
  }

  /** Of somebody who has not signed in, to whom less is allowed. */
  static boolean isTooLarge(String path, long bytes) {
    return RequestPaths.isPublic(path) && bytes > maxPublicBytes(path);
  }

  static long maxPublicBytes(String path) {
    return RequestPaths.isParticipation(path) ? MAX_PARTICIPATION_BYTES : MAX_PUBLIC_BYTES;
  }

  /** Of an upload: what came before the connection broke is kept, so it is not waited for here. */
  private static boolean isPart(HttpServerExchange exchange) {
    return RequestPaths.isUpload(exchange.getRelativePath());
  }

  /** {@code Expect: 100-continue}: nothing comes before it is asked for. */
  private static boolean asksFirst(HttpServerExchange exchange) {
    return HttpContinue.requiresContinueResponse(exchange.getRequestHeaders());
  }

  private static XnioExecutor.Key limit(HttpServerExchange exchange, long bytes) {
    return exchange
        .getIoThread()
        .executeAfter(
            () -> IoUtils.safeClose(exchange.getConnection()),
            PATIENCE_S + bytes / MIN_BYTES_A_SECOND,
            TimeUnit.SECONDS);
  }

  private void arrived(HttpServerExchange exchange) throws Exception {
    exchange.removeAttachment(LIMIT).remove();
    exchange.putAttachment(ARRIVED, true);
    next.handleRequest(exchange);
  }

  private static void refuse(HttpServerExchange exchange, int status) {
    exchange.setStatusCode(status);
    exchange.setPersistent(false);
    exchange.endExchange();
  }
}
