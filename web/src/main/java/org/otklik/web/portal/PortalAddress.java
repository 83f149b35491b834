package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import org.otklik.settings.MailSettings;

/** The portal's address for links that are passed on: as mails name it, else as the caller does. */
@RequestScoped
public class PortalAddress {
  @Inject private HttpServletRequest request;
  @Inject private MailSettings mail;

  /**
   * @param place a path within the portal, from its slash, with a query if any
   */
  public String of(String place) {
    if (mail.portal() != null) {
      return mail.portal() + place;
    }
    return UriBuilder.fromUri(request.getRequestURL().toString())
            .replacePath(request.getContextPath())
            .replaceQuery(null)
            .build()
        + place;
  }
}
