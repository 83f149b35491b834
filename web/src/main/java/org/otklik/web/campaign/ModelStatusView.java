package org.otklik.web.campaign;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.ModelStatus;

/** Which emotion models the figures come from. */
@Schema(name = "ModelStanding")
public record ModelStatusView(
    @Schema(description = "The emotion model that the server analyses with now.") String current,
    @Schema(
            description =
                "Those that the figures come from; figures of several are not comparable. Other than"
                    + " the current one: superseded.")
        List<String> used,
    @Schema(description = "Recordings whose figures come from a superseded model.") int outdated,
    @Schema(
            description =
                "Recordings that are being analysed anew, or have been and wait for the others of"
                    + " their creative.")
        int waiting,
    @Schema(description = "How many of those have been analysed.") int analysed) {

  static ModelStatusView of(ModelStatus standing) {
    return new ModelStatusView(
        standing.current(),
        standing.used(),
        standing.outdated(),
        standing.waiting(),
        standing.analysed());
  }
}
