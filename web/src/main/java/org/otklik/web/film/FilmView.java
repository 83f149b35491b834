package org.otklik.web.film;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.film.FilmCondition;
import org.otklik.film.FilmState;
import org.otklik.problem.ProblemCode;

/** Whether a film can be played. */
@Schema(name = "Film")
public record FilmView(
    @Schema(
            description =
                "PREPARING: a copy for browsers is in progress; NONE: none is possible. "
                    + "Analysis waits for neither.")
        FilmState state,
    @Schema(description = "Why there is no copy; null unless NONE.") ProblemCode reason) {

  public static FilmView of(FilmCondition condition) {
    return new FilmView(condition.state(), condition.reason());
  }
}
