package org.otklik.web.problem;

import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.terms.TermBundle;

/** A problem as RFC 9457 describes it. */
@Schema(name = "Problem", description = "A problem (RFC 9457).")
public record ProblemView(
    @Schema(description = "A URN of the code.", examples = "urn:otklik:problem:film-empty")
        String type,
    @Schema(description = "The family of problems, in the caller's language.") String title,
    int status,
    @Schema(description = "What happened and what to do next, in the caller's language.")
        String detail,
    @Schema(description = "For programs; does not change.") ProblemCode code) {
  public static ProblemView of(ProblemException problem, Locale locale) {
    ProblemCode code = problem.code();
    ResourceBundle titles =
        TermBundle.of("org.otklik.web.problem.titles", locale, ProblemView.class.getClassLoader());
    return new ProblemView(
        "urn:otklik:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        titles.getString(code.kind().name()),
        ProblemStatus.of(code),
        problem.sentence(locale),
        code);
  }
}
