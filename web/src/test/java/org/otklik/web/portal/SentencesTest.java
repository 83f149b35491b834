package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.administration.JobLine;
import org.otklik.administration.StorageFigures;
import org.otklik.administration.TroubleKind;
import org.otklik.analysis.course.CourseCorrelation;
import org.otklik.analysis.course.CourseSide;
import org.otklik.analysis.run.RunState;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.ShownViewings;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditSubject;
import org.otklik.call.CallMoment;
import org.otklik.campaign.CampaignKind;
import org.otklik.curve.MomentKind;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.FaceMovement;
import org.otklik.identity.Role;
import org.otklik.image.ImageSource;
import org.otklik.image.UnreadableReason;
import org.otklik.metric.ComparedKeyFigure;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseType;
import org.otklik.overview.CampaignOrder;
import org.otklik.overview.CampaignState;
import org.otklik.queue.JobName;
import org.otklik.recording.StartMethod;
import org.otklik.recording.SubjectRole;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.request.ReportKind;
import org.otklik.schedule.Delivery;
import org.otklik.schedule.MissedPolicy;
import org.otklik.schedule.RecurrenceRequest;
import org.otklik.schedule.RunCause;
import org.otklik.schedule.ScheduleRunState;
import org.otklik.schedule.ScheduleState;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.share.LinkState;
import org.otklik.sound.CustomerSound;
import org.otklik.sound.SoundFinding;
import org.otklik.terms.TermBundle;
import org.otklik.timeline.BaselineMethod;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.model.ModelTask;
import org.otklik.voice.VoiceFinding;
import org.otklik.web.call.CustomerPlace;
import org.otklik.web.schedule.PlanForm;
import org.otklik.web.signin.SingleSignOnProblem;

class SentencesTest {
  private static final Pattern USE = Pattern.compile("t\\.of\\('([a-zA-Z0-9._-]+)'");
  private static final Pattern SAID = Pattern.compile("words\\.of\\('([a-zA-Z0-9._-]+)'(?! \\+)");
  private static final Pattern COUNT = Pattern.compile("t\\.count\\('([a-z.]+)'");

  private static final List<String> NUMBERS =
      List.of(
          "stateThreshold",
          "coverageLimit",
          "minResponseShare",
          "minResponseSeconds",
          "silentWeight",
          "baselineSeconds",
          "smoothingMs");

  /** Of many such intervals about 95% hold the true value; nothing is known of this one's. */
  @ParameterizedTest
  @CsvSource({
    "en, about 95% of such intervals would contain the true index",
    "ru, таких интервалов накроют истинный индекс",
  })
  void explainAnIntervalAsWhatItIs(String language, String rightly) {
    ResourceBundle bundle = Sentences.bundle(Locale.forLanguageTag(language));
    assertTrue(bundle.getString("eei.help").contains(rightly), bundle.getString("eei.help"));
    Pattern wrong = Pattern.compile("95 of 100|95 .*из 100|probability (of )?95|вероятностью 95");
    for (String key : bundle.keySet()) {
      assertFalse(wrong.matcher(bundle.getString(key)).find(), key);
    }
  }

  /** Surprise is in the positive group, fear in the negative one. */
  @ParameterizedTest
  @CsvSource({
    "en, Positive moment, Negative moment",
    "ru, Положительный момент, Отрицательный момент",
  })
  void nameMomentsByTheirGroupAndNotByOneExpression(
      String language, String positive, String negative) {
    ResourceBundle bundle = Sentences.bundle(Locale.forLanguageTag(language));
    assertEquals(positive, bundle.getString("moment.POSITIVE"));
    assertEquals(negative, bundle.getString("moment.NEGATIVE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void coverEverythingThatThePagesSay(String language) throws IOException {
    Set<String> written = Sentences.bundle(Locale.forLanguageTag(language)).keySet();
    Set<String> missing = new TreeSet<>();
    for (String page : pages()) {
      collect(USE, page, "", missing);
      collect(COUNT, page, ".many", missing);
    }
    missing.addAll(words("state", RunState.values()));
    missing.addAll(words("emotion", Emotion.values()));
    missing.addAll(words("movement", FaceMovement.values()));
    missing.addAll(words("group", EmotionGroup.values()));
    missing.addAll(words("response", ResponseType.values()));
    missing.addAll(words("exclusion", ExclusionReason.values()));
    missing.addAll(words("moment", MomentKind.values()));
    missing.addAll(words("role", SubjectRole.values()));
    missing.addAll(words("campaign-state", CampaignState.values()));
    missing.addAll(words("campaign-kind", CampaignKind.values()));
    missing.addAll(words("customer-place", CustomerPlace.values()));
    missing.addAll(words("customer-sound", CustomerSound.Side.values()));
    missing.addAll(words("call-moment", CallMoment.Kind.values()));
    missing.addAll(words("call-side", CourseSide.values()));
    missing.addAll(words("call-part", CourseCorrelation.Part.values()));
    missing.addAll(words("campaign-order", CampaignOrder.values()));
    missing.addAll(words("show", ShownViewings.values()));
    missing.addAll(words("grade", QualityGrade.values()));
    missing.addAll(words("image-source", ImageSource.values()));
    missing.addAll(words("unreadable", UnreadableReason.values()));
    missing.addAll(words("viewing.verdict", Decision.values()));
    missing.addAll(words("viewing.reason", QualityReason.values()));
    missing.addAll(Set.of("viewing.turn.90", "viewing.turn.180", "viewing.turn.270"));
    missing.addAll(words("user-role", Role.values()));
    missing.addAll(words("user-role-help", Role.values()));
    missing.addAll(words("audit", AuditKind.values()));
    missing.addAll(words("thing", AuditSubject.Kind.values()));
    missing.addAll(words("job", JobName.values()));
    missing.addAll(words("state", JobLine.State.values()));
    missing.addAll(words("storage", StorageFigures.Kind.values()));
    missing.addAll(words("trouble", TroubleKind.values()));
    missing.addAll(words("trouble-help", TroubleKind.values()));
    missing.addAll(named("status.room", List.of("jobs", "storage", "retention")));
    missing.addAll(words("model-task", ModelTask.values()));
    missing.addAll(words("subject.kind", ReportKind.values()));
    missing.addAll(words("format", ReportFormat.values()));
    missing.addAll(words("link-state", LinkState.values()));
    missing.addAll(words("schedule-state", ScheduleState.values()));
    missing.addAll(words("start", StartMethod.values()));
    SoundFinding[] refusals =
        EnumSet.complementOf(EnumSet.of(SoundFinding.FOUND)).toArray(new SoundFinding[0]);
    missing.addAll(words("sound", refusals));
    missing.addAll(words("sound-short", refusals));
    missing.addAll(words("voice", VoiceFinding.values()));
    missing.addAll(words("state", ScheduleRunState.values()));
    missing.addAll(words("run-cause", RunCause.values()));
    missing.addAll(words("recurrence", RecurrenceRequest.Kind.values()));
    missing.addAll(words("schedule-days", PlanForm.Days.values()));
    missing.addAll(words("interval", IntervalUnit.values()));
    missing.addAll(words("missed", MissedPolicy.values()));
    missing.addAll(words("delivery", Delivery.values()));
    missing.addAll(words("weekday", DayOfWeek.values()));
    missing.addAll(words("baseline", BaselineMethod.values()));
    missing.addAll(words("sso", SingleSignOnProblem.values()));
    missing.addAll(named("way-in", List.of("PROVIDER", "PROVIDER_AWAITED")));
    missing.addAll(named("language", List.of("en", "ru")));
    missing.addAll(named("month", IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toList()));
    missing.addAll(named("settings.field", NUMBERS));
    missing.addAll(named("settings.help", NUMBERS));
    missing.removeAll(written);
    assertTrue(missing.isEmpty(), () -> "Not written: " + missing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void coverEverythingThatTheStudiosScriptsSay(String language) throws IOException {
    Set<String> said = new TreeSet<>();
    for (String script : files("src/main/webapp/resources/otklik/studio", ".js")) {
      collect(SAID, script, "", said);
    }
    said.addAll(words("emotion", Emotion.values()));
    said.addAll(words("movement", FaceMovement.values()));
    said.addAll(words("moment", MomentKind.values()));
    Arrays.stream(ComparedKeyFigure.values())
        .map(headline -> "figure." + headline.name().toLowerCase(Locale.ROOT))
        .forEach(said::add);
    said.removeAll(
        Sentences.startingWith(
                Sentences.bundle(Locale.forLanguageTag(language)),
                TermBundle.terms(Locale.forLanguageTag(language)),
                "studio.")
            .keySet());
    assertTrue(said.isEmpty(), () -> "Not written: " + said);
  }

  private static List<String> pages() throws IOException {
    return files("src/main/webapp", ".xhtml");
  }

  private static List<String> files(String folder, String ending) throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        pages.add(Files.readString(file));
      }
    }
    return pages;
  }

  private static void collect(Pattern pattern, String page, String suffix, Set<String> found) {
    Matcher matcher = pattern.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1) + suffix);
    }
  }

  private static List<String> words(String kind, Enum<?>[] constants) {
    return Arrays.stream(constants).map(constant -> kind + "." + constant.name()).toList();
  }

  private static List<String> named(String kind, List<String> names) {
    return names.stream().map(name -> kind + "." + name).toList();
  }
}
