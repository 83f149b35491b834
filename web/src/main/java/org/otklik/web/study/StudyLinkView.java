package org.otklik.web.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.study.ConsentText;
import org.otklik.study.Study;

/** A study, as viewers see it. */
@Schema(name = "StudyLink")
public record StudyLinkView(
    @Schema(
            description =
                "Why nobody is let in: STUDY_CLOSED, STUDY_FULL, STUDY_LINK_USED; else null.")
        ProblemCode closed,
    @Schema(description = "The same as a sentence; else null.") String closedDetail,
    @Schema(description = "What to agree to, by language.") Map<String, Consent> consent,
    int minAge,
    @Schema(description = "How many videos are shown.") int videos,
    boolean asksNps,
    boolean asksCsat,
    List<AskedQuestionView> questions,
    @Schema(description = "Where to go when nobody is let in; else null.") String fullUrl) {

  /** One text. */
  @Schema(name = "ConsentShown")
  public record Consent(String content, String sha256) {}

  static StudyLinkView of(
      Study study, ProblemCode closed, Map<String, ConsentText> texts, Locale locale) {
    return new StudyLinkView(
        closed,
        closed == null ? null : new ProblemException(closed).sentence(locale),
        texts.values().stream()
            .collect(
                Collectors.toMap(
                    ConsentText::language, one -> new Consent(one.content(), one.sha256()))),
        study.minAge(),
        study.creatives().size(),
        study.asksNps(),
        study.asksCsat(),
        AskedQuestionView.of(study.questions()),
        closed == ProblemCode.STUDY_LINK_USED ? null : study.fullUrl());
  }
}
