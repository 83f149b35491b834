package org.otklik.web.showing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.showing.Showing;
import org.otklik.web.portal.PortalAddress;
import org.otklik.web.session.RequestPaths;
import org.otklik.web.study.QrCode;

/** The link that participants of a live showing are given. */
@Named
@RequestScoped
public class ShowingLink {
  @Inject private PortalAddress portal;

  public String of(Showing showing) {
    return portal.of(RequestPaths.SHOWING + "?link=" + showing.study().linkCode());
  }

  /** The link as a picture for phones: an SVG, as an address that holds its own data. */
  public String qrCode(Showing showing) {
    return QrCode.address(of(showing));
  }
}
