package org.otklik.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings, read once; {@link SettingsCheck} does so at start-up. No EJB, whose calls would
 * wait until all others have started: the portal's session cookie is set up before that.
 */
@ApplicationScoped
public class ServerSettingsProducer {
  private static final String HIDDEN = "••••••";

  @Inject private Validator validator;

  private SettingsReader reader;
  private ServerSettings server;
  private ObjectStoreSettings objectStore;
  private JobSettings jobs;
  private PortalSettings portal;
  private SessionSettings sessions;
  private FirstUserSettings firstUser;
  private SetUpSettings setUp;
  private MailSettings mail;
  private SingleSignOnSettings singleSignOn;
  private MonitoringSettings monitoring;

  @PostConstruct
  void read() {
    reader = new SettingsReader(ConfigProvider.getConfig(), validator);
    server = reader.read(ServerSettings.class);
    objectStore = reader.read(ObjectStoreSettings.class);
    jobs = reader.read(JobSettings.class);
    portal = reader.read(PortalSettings.class);
    sessions = reader.read(SessionSettings.class);
    firstUser = reader.read(FirstUserSettings.class);
    setUp = reader.read(SetUpSettings.class);
    mail = reader.read(MailSettings.class);
    singleSignOn = reader.read(SingleSignOnSettings.class);
    monitoring = reader.read(MonitoringSettings.class);
  }

  /** As it is written or by default, without secrets; empty when it is not set. */
  public Optional<String> shown(Setting setting) {
    return reader.text(setting).map(text -> setting.isSecret() ? HIDDEN : text);
  }

  @Produces
  public ServerSettings server() {
    return server;
  }

  @Produces
  public ObjectStoreSettings objectStore() {
    return objectStore;
  }

  @Produces
  public JobSettings jobs() {
    return jobs;
  }

  @Produces
  public PortalSettings portal() {
    return portal;
  }

  @Produces
  public SessionSettings sessions() {
    return sessions;
  }

  @Produces
  public FirstUserSettings firstUser() {
    return firstUser;
  }

  @Produces
  public SetUpSettings setUp() {
    return setUp;
  }

  @Produces
  public MailSettings mail() {
    return mail;
  }

  @Produces
  public SingleSignOnSettings singleSignOn() {
    return singleSignOn;
  }

  @Produces
  public MonitoringSettings monitoring() {
    return monitoring;
  }
}
