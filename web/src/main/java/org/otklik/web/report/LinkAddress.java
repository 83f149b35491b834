package org.otklik.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import org.otklik.settings.MailSettings;

/** Where a link to a report leads: to the portal as mails name it, else as the caller does. */
@RequestScoped
class LinkAddress {
  @Inject private HttpServletRequest request;
  @Inject private MailSettings mail;

  String of(String token) {
    if (mail.portal() != null) {
      return mail.portal() + "/shared/" + token;
    }
    return UriBuilder.fromUri(request.getRequestURL().toString())
        .replacePath(request.getContextPath() + "/shared/" + token)
        .replaceQuery(null)
        .build()
        .toString();
  }
}
