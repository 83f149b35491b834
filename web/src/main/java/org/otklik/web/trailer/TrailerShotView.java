package org.otklik.web.trailer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.CutBorders;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.ShotEdge;
import org.otklik.trailer.cut.TrailerShot;

/** A shot of a trailer. */
@Schema(name = "TrailerShot")
public record TrailerShotView(
    int beginMs,
    int endMs,
    @Schema(description = "It stays when shots are chosen anew.") boolean isLocked,
    @Schema(
            description =
                "Mean score of its time, in standard deviations of a viewer's second from the"
                    + " viewer's own mean; null where a part of it has too few viewers.")
        Double score,
    @Schema(description = "Mean of its seconds' 95 % limits.") Double low,
    Double high,
    @Schema(description = "The fewest viewers of any of its seconds.") int viewers,
    @Schema(description = "One of its seconds is above what chance gives.") boolean isOutstanding,
    @Schema(
            description =
                "Of a plan: whether it begins with a scene, in a pause of the sound, or elsewhere"
                    + " within a scene.")
        ShotEdge beginsAt,
    @Schema(description = "Likewise, its end.") ShotEdge endsAt) {

  static TrailerShotView of(TrailerShot shot) {
    return of(shot.scored(), shot.isLocked(), null, null);
  }

  static TrailerShotView of(ScoredShot shot, CutBorders borders) {
    return of(shot, false, borders.edge(shot.shot().beginMs()), borders.edge(shot.shot().endMs()));
  }

  private static TrailerShotView of(
      ScoredShot shot, boolean isLocked, ShotEdge beginsAt, ShotEdge endsAt) {
    return new TrailerShotView(
        shot.shot().beginMs(),
        shot.shot().endMs(),
        isLocked,
        shot.score(),
        shot.low(),
        shot.high(),
        shot.viewers(),
        shot.isOutstanding(),
        beginsAt,
        endsAt);
  }
}
