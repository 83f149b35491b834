package org.otklik.web.connection;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.otklik.settings.PortalSettings;

/** Gives the settings to the handlers, which are made before there are beans. */
@WebListener
public class ConnectionSettings implements ServletContextListener {
  @Inject private PortalSettings portal;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ((ConnectionRules) event.getServletContext().getAttribute(ConnectionExtension.RULES))
        .apply(portal);
  }
}
