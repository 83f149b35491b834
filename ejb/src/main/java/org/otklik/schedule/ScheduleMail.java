package org.otklik.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.otklik.analysis.result.ResultService;
import org.otklik.identity.Actor;
import org.otklik.mail.MailMessage;
import org.otklik.report.Report;
import org.otklik.report.request.ReportSubject;
import org.otklik.schedule.NamePattern.Placeholder;
import org.otklik.settings.MailSettings;
import org.otklik.storage.MediaStore;

/** The mails of a run: to the recipients with the reports, to the owner when something failed. */
@ApplicationScoped
class ScheduleMail {
  @Inject private ResultService results;
  @Inject private MediaStore store;
  @Inject private MailSettings settings;

  /** The mail with the reports that could be made. */
  MailMessage withReports(ScheduleRun run) {
    Schedule schedule = run.schedule();
    Map<Placeholder, String> names = names(run);
    LetterText text = new LetterText(schedule.locale(), schedule.plan().zone());
    List<MailMessage.Attachment> attachments = attachments(run, names);
    boolean fits = size(attachments) <= settings.attachmentLimitBytes();
    boolean attached = schedule.delivery() == Delivery.ATTACHMENT && fits;
    text.reportsOf(run);
    figures(schedule.subject(), text);
    if (attached) {
      text.attached(attachments.stream().map(MailMessage.Attachment::name).toList());
    } else {
      text.linked(run.madeReports(), this::address);
    }
    if (schedule.delivery() == Delivery.ATTACHMENT && !fits) {
      text.tooLarge(settings.attachmentLimitBytes());
    }
    text.notMade(run.failedReports());
    text.closing(run);
    return new MailMessage(
        run.messageId(),
        run.begunAt(),
        schedule.recipients().to(),
        schedule.recipients().cc(),
        run.outstanding(),
        schedule.mailSubject().map(own -> own.fill(names)).orElse(text.subject(names)),
        text.toString(),
        attached ? attachments : List.of());
  }

  /** The mail about a failure, in the owner's language. */
  MailMessage ofFailure(ScheduleRun run) {
    Schedule schedule = run.schedule();
    LetterText text = new LetterText(schedule.owner().locale(), schedule.plan().zone());
    text.failureOf(run);
    if (!run.madeReports().isEmpty()) {
      text.linked(run.madeReports(), this::address);
    }
    List<String> owner = List.of(schedule.owner().email());
    return new MailMessage(
        "otklik-run-" + run.publicId() + "-failed@" + settings.domain(),
        run.begunAt(),
        owner,
        List.of(),
        owner,
        text.failureSubject(schedule.name()),
        text.toString(),
        List.of());
  }

  private void figures(ReportSubject subject, LetterText text) {
    subject
        .creative()
        .flatMap(creative -> results.score(Actor.JOB, creative.publicId()))
        .ifPresent(text::figures);
  }

  private String address(Report report) {
    return settings.portal() + "/report.xhtml?id=" + report.publicId();
  }

  private List<MailMessage.Attachment> attachments(
      ScheduleRun run, Map<Placeholder, String> names) {
    NamePattern pattern = run.schedule().fileName();
    List<MailMessage.Attachment> attachments = new ArrayList<>();
    try {
      for (Report report : run.madeReports()) {
        attachments.add(
            new MailMessage.Attachment(
                pattern.fileName(names, report.format().ending()),
                report.format().mediaType(),
                store.open(report.mediaSha256())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A report of run " + run.id() + " cannot be read", e);
    }
    return attachments;
  }

  private static long size(List<MailMessage.Attachment> attachments) {
    try {
      long bytes = 0;
      for (MailMessage.Attachment attachment : attachments) {
        bytes += Files.size(attachment.file().path());
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("A report cannot be read", e);
    }
  }

  private static Map<Placeholder, String> names(ScheduleRun run) {
    Schedule schedule = run.schedule();
    ReportSubject subject = schedule.subject();
    ZonedDateTime due = run.dueAt().atZone(schedule.plan().zone());
    Map<Placeholder, String> names = new EnumMap<>(Placeholder.class);
    names.put(Placeholder.CLIENT, subject.campaign().client().name());
    names.put(Placeholder.CAMPAIGN, subject.campaign().name());
    names.put(Placeholder.SUBJECT, subject.name());
    names.put(Placeholder.SCHEDULE, schedule.name());
    names.put(Placeholder.DATE, due.toLocalDate().toString());
    names.put(Placeholder.TIME, DateTimeFormatter.ofPattern("HH-mm").format(due));
    names.put(Placeholder.LOCALE, schedule.locale().getLanguage());
    return names;
  }
}
