package org.otklik.web.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Takes a trusted proxy's word for client, scheme and host, and refuses requests that were meant
 * for another host. From here on everything sees the client's own address.
 */
final class ConnectionHandler implements HttpHandler {
  /** RFC 9110, 15.5.20. */
  private static final int MISDIRECTED_REQUEST = 421;

  private static final String REFUSAL =
      """
      This server does not answer to that name. Open the portal by its own address; its
      administrator sets otklik.portal.url.

      Сервер не отвечает по этому имени. Откройте портал по его адресу; администратор задаёт его
      в otklik.portal.url.
      """;

  private final HttpHandler next;
  private final ConnectionRules rules;

  ConnectionHandler(ConnectionRules rules, HttpHandler next) {
    this.rules = rules;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!rules.areApplied()) {
      exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
      return;
    }
    OwnCookies.keep(exchange.getRequestHeaders());
    InetAddress peer = exchange.getSourceAddress().getAddress();
    if (peer != null && rules.proxies().trust(peer)) {
      believe(exchange, peer);
    }
    InetAddress local =
        exchange.getConnection().getLocalAddress(InetSocketAddress.class).getAddress();
    if (rules.hosts().know(exchange.getHostName(), local)) {
      next.handleRequest(exchange);
    } else {
      refuse(exchange);
    }
  }

  private void believe(HttpServerExchange exchange, InetAddress peer) {
    ForwardedHeaders told = ForwardedHeaders.of(exchange.getRequestHeaders(), rules.proxyHeaders());
    exchange.setSourceAddress(
        new InetSocketAddress(rules.proxies().client(peer, told.forwardedFor()), 0));
    told.scheme().ifPresent(exchange::setRequestScheme);
    told.host().ifPresent(host -> exchange.getRequestHeaders().put(Headers.HOST, host));
  }

  private static void refuse(HttpServerExchange exchange) {
    exchange.setStatusCode(MISDIRECTED_REQUEST);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
    exchange.getResponseSender().send(REFUSAL);
  }
}
