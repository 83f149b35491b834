package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.identity.Actor;
import org.otklik.web.session.CurrentActor;

/** In which time zone the pages tell times: the user's own, else the browser's, else UTC. */
@Named
@RequestScoped
public class BrowserZone {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor me;

  /** Of the pages. */
  public ZoneId zone() {
    return me.find().map(Actor::zone).or(this::ofBrowser).orElse(UTC);
  }

  /** The browser's own; UTC until it has said so. */
  public String getName() {
    return ofBrowser().orElse(UTC).getId();
  }

  private Optional<ZoneId> ofBrowser() {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals("otklik-zone"))
        .map(Cookie::getValue)
        .flatMap(sent -> known(sent).stream())
        .findFirst();
  }

  /** Whatever a browser sends is no name of a zone until it is known as one. */
  static Optional<ZoneId> known(String sent) {
    try {
      String name = URLDecoder.decode(sent, StandardCharsets.UTF_8);
      return ZoneId.getAvailableZoneIds().contains(name)
          ? Optional.of(ZoneId.of(name))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
