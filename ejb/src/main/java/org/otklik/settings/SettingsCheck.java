package org.otklik.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Has the settings read at start-up, so that a wrong one stops the deployment with its name. */
@Singleton
@Startup
public class SettingsCheck {
  @Inject private ServerSettingsProducer settings;

  @PostConstruct
  void read() {
    settings.server();
  }
}
