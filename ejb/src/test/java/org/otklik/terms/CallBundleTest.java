package org.otklik.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.report.wording.ReportWording;

class CallBundleTest {
  private static final Pattern OF_CREATIVES =
      Pattern.compile(
          "\\b(creative|viewer|viewing|watch)|ролик|зрител|контакт|смотре",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en; Viewers of the creative’s end, a viewing; Customers of the call script’s end, a call
          en; creatively interviewers; creatively interviewers
          ru; Ролик, зрители роликов и контакты с роликом; Сценарий, покупатели сценариев и звонки со сценарием
          ru; в ролике о зрителе, контактов нет, контакт; в сценарии о покупателе, звонков нет, звонок
          """)
  void wordsAreThoseOfCalls(String language, String sentence, String ofCalls) {
    assertEquals(ofCalls, CallWords.of(sentence, Locale.forLanguageTag(language)));
  }

  /** Beside the sample of a report, and what only creatives have. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void aReportOnCallsSpeaksOfNoCreative(String language) {
    ResourceBundle usual = ReportWording.in(Locale.forLanguageTag(language)).bundle();
    ResourceBundle ofCalls = new CallBundle(usual);
    List<String> left =
        usual.keySet().stream()
            .filter(key -> !key.startsWith("sample.") && !key.startsWith("in-calls."))
            .filter(key -> OF_CREATIVES.matcher(ofCalls.getString(key)).find())
            .sorted()
            .toList();
    assertEquals(List.of(), left);
  }

  @Test
  void sentencesOfTheirOwnGoFirst() {
    ResourceBundle ofCalls = new CallBundle(ReportWording.in(Locale.ENGLISH).bundle());
    assertEquals(
        "The groups are of different scripts, whose seconds are not of the same; they are not"
            + " compared.",
        ofCalls.getString("comparison.seconds.apart"));
  }
}
