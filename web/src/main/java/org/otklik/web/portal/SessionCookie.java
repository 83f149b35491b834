package org.otklik.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.otklik.settings.PortalSettings;
import org.otklik.settings.SessionSettings;

/** The session's cookie, as the settings want it. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject private SessionSettings settings;
  @Inject private PortalSettings portal;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    event.getServletContext().setSessionTimeout(settings.idleMinutes());
    cookie.setName("otklik-session");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(portal.isHttps());
  }
}
