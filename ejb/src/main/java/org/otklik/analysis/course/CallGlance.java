package org.otklik.analysis.course;

import java.util.List;
import java.util.UUID;

/**
 * A call in small.
 *
 * @param tones mean tone of the face in equal parts of the call, −1..1; null where it is not known
 * @param disagreements moments in which face and voice disagree
 * @param agitations moments of an agitated voice
 */
public record CallGlance(
    UUID recordingId,
    double beginning,
    double worst,
    int worstSecond,
    double end,
    List<Double> tones,
    int disagreements,
    int agitations) {}
