package org.otklik.retention;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.otklik.mail.MailMessage;
import org.otklik.report.wording.ReportWording;
import org.otklik.settings.MailSettings;
import org.otklik.terms.TermBundle;

/** The mail that tells a campaign's owner what will be deleted, in the owner's language. */
final class RetentionMail {
  private final DueNotice notice;
  private final MailSettings settings;
  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  RetentionMail(DueNotice notice, MailSettings settings) {
    this.notice = notice;
    this.settings = settings;
    this.locale = notice.owner().locale();
    this.zone = notice.owner().zone() == null ? ZoneId.systemDefault() : notice.owner().zone();
    this.bundle =
        TermBundle.of("org.otklik.retention.mail", locale, RetentionMail.class.getClassLoader());
  }

  MailMessage message(Instant now) {
    List<String> owner = List.of(notice.owner().email());
    return new MailMessage(
        "otklik-retention-%s-%s@%s"
            .formatted(
                notice.campaign(),
                notice.coversUntil().atOffset(ZoneOffset.UTC).toLocalDate(),
                settings.domain()),
        now,
        owner,
        List.of(),
        owner,
        say("subject", notice.campaignName()),
        text(now),
        List.of());
  }

  private String text(Instant now) {
    String lines =
        notice.deletions().stream()
            .map(
                deletion ->
                    "\n  • "
                        + say(
                            "line",
                            bundle.getString("data-class." + deletion.dataClass()),
                            deletion.count(),
                            date(later(deletion.firstDueAt(), now))))
            .collect(Collectors.joining());
    return String.join(
            "\n\n",
            say("intro", notice.campaignName(), notice.client(), date(notice.coversUntil()))
                + lines,
            say("stays"),
            say("keep", settings.portal() + "/retention.xhtml?campaign=" + notice.campaign()),
            "-- \n" + say("closing"))
        + "\n";
  }

  /** What is overdue is deleted right after this mail. */
  private static Instant later(Instant due, Instant now) {
    return due.isBefore(now) ? now : due;
  }

  private String date(Instant at) {
    return ReportWording.in(locale).date(at, zone);
  }

  private String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
