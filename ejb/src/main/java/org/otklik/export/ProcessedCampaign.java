package org.otklik.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.retention.DataClass;
import org.otklik.terms.TermBundle;

/**
 * What is processed of persons in one campaign, why, for how long, and with whose consent.
 *
 * @param hold why nothing is deleted by the periods; null where they hold
 */
@Schema(name = "ProcessedCampaign")
public record ProcessedCampaign(
    ProcessingLine campaign,
    @Schema(description = "Why, by language.") Map<String, String> purpose,
    List<StoredClass> held,
    @Schema(description = "Why nothing is deleted by the periods; null where they hold.")
        String hold,
    List<ConsentText> consentTexts) {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"));

  /** What is held of one class. */
  @Schema(name = "StoredClass")
  public record StoredClass(
      DataClass dataClass,
      @Schema(description = "Recordings, viewers who answered, or reports.") int count,
      @Schema(description = "For how many days it is kept; null: until somebody deletes it.")
          Integer keepDays) {}

  /** What viewers of a study agreed to. */
  @Schema(name = "AgreedText")
  public record ConsentText(
      String study,
      int version,
      String language,
      String content,
      @Schema(description = "Of the content in UTF-8.") String sha256,
      Instant createdAt,
      @Schema(description = "How many agreed, also those who have withdrawn.") int agreed) {}

  static ProcessedCampaign of(
      ProcessingLine line,
      Map<String, Integer> periods,
      String hold,
      List<ConsentText> consentTexts) {
    return new ProcessedCampaign(
        line,
        purpose(line),
        List.of(
            held(DataClass.VIDEO, line.videos(), periods),
            held(DataClass.FRAMES, line.withFrames(), periods),
            held(DataClass.ANSWERS, line.answers(), periods),
            held(DataClass.REPORTS, line.reports(), periods)),
        hold,
        consentTexts);
  }

  private static StoredClass held(DataClass dataClass, int count, Map<String, Integer> periods) {
    return new StoredClass(dataClass, count, periods.get(dataClass.name()));
  }

  private static Map<String, String> purpose(ProcessingLine line) {
    return LANGUAGES.stream()
        .collect(
            Collectors.toMap(
                Locale::getLanguage,
                locale -> TermBundle.terms(locale).getString("purpose." + line.kind())));
  }
}
