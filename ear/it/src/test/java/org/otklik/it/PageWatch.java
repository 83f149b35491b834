package org.otklik.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Writes down what the pages of one window should not do. */
final class PageWatch implements AutoCloseable {
  private static final Set<String> LOCAL = Set.of("data", "blob", "about");

  private static final List<String> NETWORK =
      List.of("Failed to load resource", "WebSocket connection to");

  private final BrowserContext context;
  private final Set<String> servers;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /**
   * @param servers the only ones that pages may ask
   */
  PageWatch(BrowserContext context, Set<URI> servers) {
    this.context = context;
    this.servers = servers.stream().map(URI::getAuthority).collect(Collectors.toSet());
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> complaints.add("a script broke: " + error.error()));
    context.onRequest(this::see);
  }

  /** A refused answer, or none, is an error on the console too, but no fault of the page. */
  private void hear(ConsoleMessage message) {
    String text = message.text();
    if (message.type().equals("error") && NETWORK.stream().noneMatch(text::startsWith)) {
      complaints.add(message.location() + ": " + text);
    }
  }

  private void see(Request request) {
    URI address = URI.create(request.url());
    if (!LOCAL.contains(address.getScheme()) && !servers.contains(address.getAuthority())) {
      complaints.add("asked another server: " + request.url());
    }
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void keepPictures(String name) throws IOException {
    int number = 0;
    for (Page page : context.pages()) {
      number++;
      Chromium.keepPicture(page, "failed-" + name + "-" + number);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
