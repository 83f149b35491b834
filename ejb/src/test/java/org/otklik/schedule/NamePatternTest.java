package org.otklik.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemException;
import org.otklik.schedule.NamePattern.Placeholder;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      {subject} {date} {time} {locale}, Чай, Чай 2026-11-21 09-30 ru.pdf
      {campaign}/{client},              Чай, Весна Demo.pdf
      {subject},                        ../../etc/passwd, etc passwd.pdf
      {subject},                        CON, _CON.pdf
      {subject},                        com1.txt, _com1.txt.pdf
      {subject},                        '  .. ', Otklik.pdf
      {subject},                        {date}, date.pdf
      {subject},                        '$1\\2', 1 2.pdf
      -{subject}-,                      -rf, rf-.pdf
      {schedule},                       Чай, По понедельникам.pdf
      """)
  void fileNameIsFilledInAndSafe(String pattern, String subject, String expected) {
    assertEquals(expected, NamePattern.of("fileName", pattern).fileName(values(subject), "pdf"));
  }

  @Test
  void fileNameFitsFileSystemsInAnyScript() {
    String name =
        NamePattern.of("fileName", "{subject}{subject}")
            .fileName(values("Очень длинное название 😀".repeat(20)), "csv.zip");
    assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255, name);
    assertTrue(name.endsWith(".csv.zip"), name);
  }

  @Test
  void subjectStaysOnOneLineWhateverIsPutIn() {
    String filled =
        NamePattern.of("subject", "About {subject}")
            .fill(values("Tea\r\nBcc: victim@example.com\u2028x"));
    assertEquals("About Tea Bcc: victim@example.com x", filled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{creatve}", "{}", "{DATE}", "a\nb", "  "})
  void unknownPlaceholdersAndControlCharactersAreRefused(String pattern) {
    assertThrows(ProblemException.class, () -> NamePattern.of("fileName", pattern));
  }

  @Test
  void refusalNamesThePlaceholdersThatThereAre() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> NamePattern.of("fileName", "{creatve}"));
    assertTrue(refused.sentence(Locale.ENGLISH).contains("{subject}"), refused.toString());
  }

  private static Map<Placeholder, String> values(String subject) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.CLIENT, "Demo");
    values.put(Placeholder.CAMPAIGN, "Весна");
    values.put(Placeholder.SUBJECT, subject);
    values.put(Placeholder.SCHEDULE, "По понедельникам");
    values.put(Placeholder.DATE, "2026-11-21");
    values.put(Placeholder.TIME, "09-30");
    values.put(Placeholder.LOCALE, "ru");
    return values;
  }
}
