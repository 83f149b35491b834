package org.otklik.web.portal;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.otklik.settings.SessionSettings;

/** The session's cookie; {@code otklik.portal.https=true} where the portal is behind HTTPS only. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    event
        .getServletContext()
        .setSessionTimeout((int) SessionSettings.fromSystemProperties().idle().toMinutes());
    cookie.setName("otklik-session");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(Boolean.getBoolean("otklik.portal.https"));
  }
}
