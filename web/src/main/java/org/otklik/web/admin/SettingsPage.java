package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.otklik.settings.MailSettings;
import org.otklik.settings.ServerSettings;
import org.otklik.settings.SessionSettings;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.portal.Wording;

/**
 * {@code admin-settings.xhtml}: how the server is set, by which properties; secrets stay hidden.
 */
@Named
@RequestScoped
public class SettingsPage {
  @Inject private ServerSettings server;
  @Inject private MailSettings mail;
  @Inject private SessionSettings sessions;
  @Inject private CurrentActor me;
  @Inject private Wording wording;

  /**
   * A setting.
   *
   * @param property the system property that sets it; its explanation is the sentence of that name
   * @param value as it holds now
   */
  public record Line(String property, String value) {}

  public List<Line> getServer() {
    me.administrator();
    return List.of(
        line("otklik.media.dir", server.mediaFolder()),
        line("otklik.models.dir", server.modelsFolder()),
        line("otklik.inbox.dir", server.inboxFolder()),
        line("otklik.upload.limit-bytes", server.uploadLimitBytes()),
        line("otklik.sample-hz", server.sampleHz()),
        line("otklik.report.keep-days", server.reportKeepDays()),
        line("otklik.batch.threads", System.getProperty("otklik.batch.threads")),
        line("jboss.node.name", System.getProperty("jboss.node.name")));
  }

  public List<Line> getSessions() {
    me.administrator();
    return List.of(
        line("otklik.session.idle-minutes", minutes(sessions.idle())),
        line("otklik.session.longest-minutes", minutes(sessions.longest())),
        line("otklik.portal.https", Boolean.getBoolean("otklik.portal.https")));
  }

  public List<Line> getMail() {
    me.administrator();
    return List.of(
        line("otklik.mail.host", mail.host()),
        line("otklik.mail.port", mail.host() == null ? null : mail.port()),
        line("otklik.mail.security", mail.host() == null ? null : mail.security()),
        line("otklik.mail.user", mail.user()),
        line("otklik.mail.password", mail.password() == null ? null : "••••••"),
        line("otklik.mail.from", mail.from()),
        line("otklik.mail.attachment-limit-bytes", mail.attachmentLimitBytes()),
        line("otklik.portal.url", mail.portal()));
  }

  public String why(Line line) {
    return wording.of("setting." + line.property());
  }

  private Line line(String property, Object value) {
    return new Line(property, Objects.toString(value, wording.of("settings.none")));
  }

  private static long minutes(Duration duration) {
    return duration.toMinutes();
  }
}
