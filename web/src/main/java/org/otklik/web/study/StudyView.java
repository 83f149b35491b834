package org.otklik.web.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.Creative;
import org.otklik.study.ConsentText;
import org.otklik.study.PlayOrder;
import org.otklik.study.Study;
import org.otklik.study.StudyFunnel;
import org.otklik.study.StudyQuestion;

/** A study, as analysts see it. */
@Schema(name = "Study")
public record StudyView(
    UUID id,
    String name,
    @Schema(description = "What viewers are given.") String link,
    boolean isOpen,
    Instant closedAt,
    List<UUID> creatives,
    PlayOrder order,
    List<ConsentView> consent,
    int minAge,
    Integer maxViewers,
    LocalDate closesOn,
    boolean asksNps,
    boolean asksCsat,
    List<StudyQuestion> questions,
    String completedUrl,
    String screenedOutUrl,
    String fullUrl,
    Instant createdAt,
    StudyFunnel viewers) {

  /** A version of what viewers agree to. */
  @Schema(name = "ConsentText")
  public record ConsentView(
      int version, String language, String content, String sha256, Instant createdAt) {
    static ConsentView of(ConsentText text) {
      return new ConsentView(
          text.version(), text.language(), text.content(), text.sha256(), text.createdAt());
    }
  }

  static StudyView of(Study study, String link, List<ConsentText> texts, StudyFunnel funnel) {
    return new StudyView(
        study.publicId(),
        study.name(),
        link,
        study.isOpen(Instant.now()),
        study.closedAt(),
        study.creatives().stream().map(Creative::publicId).toList(),
        study.playOrder(),
        texts.stream().map(ConsentView::of).toList(),
        study.minAge(),
        study.maxViewers(),
        study.closesOn(),
        study.asksNps(),
        study.asksCsat(),
        study.questions(),
        study.completedUrl(),
        study.screenedOutUrl(),
        study.fullUrl(),
        study.createdAt(),
        funnel);
  }
}
