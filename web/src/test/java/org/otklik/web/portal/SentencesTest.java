package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.access.AuditKind;
import org.otklik.access.AuditSubject;
import org.otklik.access.Role;
import org.otklik.administration.JobLine;
import org.otklik.administration.StorageFigures;
import org.otklik.analysis.RunState;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.image.ImageSource;
import org.otklik.image.UnreadableReason;
import org.otklik.metric.ContactOutcome;
import org.otklik.metric.ExclusionReason;
import org.otklik.queue.JobName;
import org.otklik.recording.SubjectRole;
import org.otklik.timeline.MomentKind;
import org.otklik.vision.ModelTask;
import org.otklik.web.campaign.CampaignCard;

class SentencesTest {
  private static final Pattern USE = Pattern.compile("t\\.of\\('([a-z0-9.A-Z-]+)'");
  private static final Pattern COUNT = Pattern.compile("t\\.count\\('([a-z.]+)'");

  @Test
  void areThereInBothLanguagesWithTheSamePlaces() throws IOException {
    Properties english = bundle("sentences.properties");
    Properties russian = bundle("sentences_ru.properties");
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(russian.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english, key), places(russian, key), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentences.properties", "sentences_ru.properties"})
  void coverEverythingThatThePagesSay(String file) throws IOException {
    Set<String> written = bundle(file).stringPropertyNames();
    Set<String> missing = new TreeSet<>();
    for (String page : pages()) {
      collect(USE, page, "", missing);
      collect(COUNT, page, ".many", missing);
    }
    missing.addAll(words("run", RunState.values()));
    missing.addAll(words("report", RunState.values()));
    missing.addAll(words("emotion", Emotion.values()));
    missing.addAll(words("group", EmotionGroup.values()));
    missing.addAll(words("outcome", ContactOutcome.values()));
    missing.addAll(words("reason", ExclusionReason.values()));
    missing.addAll(words("moment", MomentKind.values()));
    missing.addAll(words("role", SubjectRole.values()));
    missing.addAll(words("campaign-state", CampaignCard.State.values()));
    missing.addAll(words("image-source", ImageSource.values()));
    missing.addAll(words("unreadable", UnreadableReason.values()));
    missing.addAll(words("user-role", Role.values()));
    missing.addAll(words("user-role-help", Role.values()));
    missing.addAll(words("audit", AuditKind.values()));
    missing.addAll(words("audit-subject", AuditSubject.Kind.values()));
    missing.addAll(words("job", JobName.values()));
    missing.addAll(words("job-state", JobLine.State.values()));
    missing.addAll(words("storage", StorageFigures.Kind.values()));
    missing.addAll(words("model-task", ModelTask.values()));
    missing.removeAll(written);
    assertTrue(missing.isEmpty(), () -> "Not written: " + missing);
  }

  private static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xhtml")).toList()) {
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

  private static Set<String> places(Properties bundle, String key) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{\\d}").matcher(bundle.getProperty(key));
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static Properties bundle(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Sentences.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
