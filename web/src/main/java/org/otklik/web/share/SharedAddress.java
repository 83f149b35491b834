package org.otklik.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.otklik.web.portal.PortalAddress;
import org.otklik.web.session.RequestPaths;

/** Where a creative that is shared is seen. */
@RequestScoped
public class SharedAddress {
  @Inject private PortalAddress portal;

  /** The address that is passed on. */
  public String of(String token) {
    return portal.of(RequestPaths.SHARED_CREATIVE + "?id=" + token);
  }
}
