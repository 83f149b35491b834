package org.otklik.schedule;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.problem.ProblemSentences;
import org.otklik.report.Report;
import org.otklik.report.wording.ReportWording;
import org.otklik.schedule.NamePattern.Placeholder;
import org.otklik.terms.TermBundle;

/** The words of a mail in one language, paragraph by paragraph. */
final class LetterText {
  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;
  private final ReportWording wording;
  private final StringBuilder text = new StringBuilder();

  LetterText(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.wording = ReportWording.in(locale);
    this.bundle =
        TermBundle.of("org.otklik.schedule.mail", locale, LetterText.class.getClassLoader());
  }

  String subject(Map<Placeholder, String> names) {
    return say("subject", names.get(Placeholder.SUBJECT), names.get(Placeholder.DATE));
  }

  String failureSubject(String scheduleName) {
    return say("failure.subject", scheduleName);
  }

  /** What the mail brings, and the owner's own words. */
  void reportsOf(ScheduleRun run) {
    Schedule schedule = run.schedule();
    schedule.mailText().ifPresent(this::paragraph);
    paragraph(
        say(
            "reports." + schedule.subject().kind(),
            schedule.subject().name(),
            schedule.subject().campaign().name(),
            schedule.subject().campaign().client().name()));
    run.madeReports().stream()
        .map(Report::dataAsOf)
        .findFirst()
        .ifPresent(asOf -> paragraph(say("as-of", time(asOf))));
    if (schedule.subject().campaign().isSynthetic()) {
      paragraph(say("synthetic"));
    }
  }

  void figures(CreativeScore score) {
    if (score.eei() == null || score.emoNps() == null) {
      return;
    }
    paragraph(
        say(
            "figures",
            wording.signed(score.eei()),
            wording.signed(score.eeiLow()),
            wording.signed(score.eeiHigh()),
            wording.signed(score.emoNps()),
            wording.count("viewing", score.counted())));
  }

  void attached(List<String> names) {
    paragraph(say("attached") + list(names));
  }

  void linked(List<Report> reports, Function<Report, String> address) {
    paragraph(
        say("linked")
            + list(
                reports.stream()
                    .map(report -> report.format() + ": " + address.apply(report))
                    .toList()));
  }

  void tooLarge(long limitBytes) {
    paragraph(say("too-large", wording.decimal((double) limitBytes / (1 << 20), 1)));
  }

  void notMade(List<Report> failed) {
    if (!failed.isEmpty()) {
      paragraph(
          say(
              "not-made",
              failed.stream()
                  .map(report -> report.format().name())
                  .collect(Collectors.joining(", "))));
    }
  }

  void closing(ScheduleRun run) {
    paragraph(wording.text("statement"));
    paragraph(
        "-- \n" + say("closing", run.schedule().name(), run.schedule().owner().displayName()));
  }

  void failureOf(ScheduleRun run) {
    Schedule schedule = run.schedule();
    paragraph(
        say("failure", schedule.name(), schedule.subject().campaign().name(), time(run.dueAt())));
    paragraph(ProblemSentences.of(run.reason(), locale, List.of()));
    if (!run.refused().isEmpty()) {
      paragraph(say("refused") + list(run.refused()));
    }
    if (!run.outstanding().isEmpty()) {
      paragraph(say("unserved") + list(run.outstanding()));
    }
    if (run.mailError() != null) {
      paragraph(say("mail-error", run.mailError()));
    }
    if (schedule.nextFireAt() != null) {
      paragraph(say("next", time(schedule.nextFireAt())));
    }
  }

  private String time(Instant at) {
    return wording.date(at, zone) + ", " + wording.time(at, zone) + " (" + zone.getId() + ")";
  }

  private static String list(List<String> lines) {
    return lines.stream().map(line -> "\n  • " + line).collect(Collectors.joining());
  }

  private String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  private void paragraph(String words) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    text.append(words);
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
