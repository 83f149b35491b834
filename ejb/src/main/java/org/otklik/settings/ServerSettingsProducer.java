package org.otklik.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Produces;

/** Reads the settings at start-up, so that a wrong one stops the deployment with its name. */
@Singleton
@Startup
public class ServerSettingsProducer {
  private ServerSettings settings;
  private MailSettings mail;
  private SessionSettings sessions;
  private SingleSignOnSettings singleSignOn;

  @PostConstruct
  void read() {
    settings = ServerSettings.fromSystemProperties();
    mail = MailSettings.fromSystemProperties();
    sessions = SessionSettings.fromSystemProperties();
    singleSignOn = SingleSignOnSettings.fromSystemProperties();
  }

  @Produces
  public ServerSettings settings() {
    return settings;
  }

  @Produces
  public MailSettings mail() {
    return mail;
  }

  @Produces
  public SessionSettings sessions() {
    return sessions;
  }

  @Produces
  public SingleSignOnSettings singleSignOn() {
    return singleSignOn;
  }
}
