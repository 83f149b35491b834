package org.otklik.study;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A study to be created, or what one is to be from now on. */
@Schema(name = "NewStudy")
public record StudyRequest(
    @NotBlank @Size(max = 200) @SingleLine @Schema(description = "Viewers do not see it.")
        String name,
    @NotEmpty
        @Size(max = StudyRequest.MAX_CREATIVES)
        @Schema(description = "Of the campaign, in the order in which they are shown.")
        List<UUID> creatives,
    @Schema(
            defaultValue = "BALANCED",
            description = "FIXED: as listed. BALANCED: each viewer begins one creative further.")
        PlayOrder order,
    @NotBlank
        @Size(max = StudyRequest.MAX_CONSENT_LENGTH)
        @Schema(description = "What viewers agree to, in English; plain text.")
        String consentEn,
    @NotBlank
        @Size(max = StudyRequest.MAX_CONSENT_LENGTH)
        @Schema(description = "What viewers agree to, in Russian; plain text.")
        String consentRu,
    @Min(13) @Max(99) @Schema(defaultValue = "18", description = "In years.") Integer minAge,
    @Min(1)
        @Max(100_000)
        @Schema(
            description = "After so many usable viewers nobody is let in; no limit if left out.")
        Integer maxViewers,
    @Schema(description = "Last day, UTC; none if left out.") LocalDate closesOn,
    @Schema(defaultValue = "false") Boolean asksNps,
    @Schema(defaultValue = "false") Boolean asksCsat,
    @Valid
        @Size(max = StudyRequest.MAX_QUESTIONS)
        @Schema(
            description =
                "Asked before or after the creatives; choices become attributes, scales and texts answers.")
        List<StudyQuestion> questions,
    @Pattern(regexp = StudyRequest.ADDRESS, message = StudyRequest.ADDRESS_EXAMPLE)
        @Size(max = 500)
        @Schema(
            description =
                "Where viewers are sent in the end. {pid} is replaced by what the link brought as"
                    + " pid=…, likewise any other name.")
        String completedUrl,
    @Pattern(regexp = StudyRequest.ADDRESS, message = StudyRequest.ADDRESS_EXAMPLE)
        @Size(max = 500)
        @Schema(description = "Where those are sent who are too young or do not agree.")
        String screenedOutUrl,
    @Pattern(regexp = StudyRequest.ADDRESS, message = StudyRequest.ADDRESS_EXAMPLE)
        @Size(max = 500)
        @Schema(description = "Where those are sent who come when it is full or closed.")
        String fullUrl) {
  public static final int MAX_CREATIVES = 20;
  public static final int MAX_QUESTIONS = 10;
  public static final int MAX_CONSENT_LENGTH = 20_000;
  static final String ADDRESS = "https?://[^\\s\"<>\\\\^`|]+";
  static final String ADDRESS_EXAMPLE = "https://panel.example/done?pid={pid}";
  private static final int ADULT = 18;

  public StudyRequest {
    name = RequestText.stripped(name);
    creatives = creatives == null ? null : creatives.stream().distinct().toList();
    order = order == null ? PlayOrder.BALANCED : order;
    consentEn = lines(consentEn);
    consentRu = lines(consentRu);
    minAge = minAge == null ? ADULT : minAge;
    asksNps = Boolean.TRUE.equals(asksNps);
    asksCsat = Boolean.TRUE.equals(asksCsat);
    questions = questions == null ? List.of() : List.copyOf(questions);
    completedUrl = RequestText.strippedOrNull(completedUrl);
    screenedOutUrl = RequestText.strippedOrNull(screenedOutUrl);
    fullUrl = RequestText.strippedOrNull(fullUrl);
  }

  private static String lines(String text) {
    return text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  String consent(String language) {
    return language.equals("ru") ? consentRu : consentEn;
  }
}
