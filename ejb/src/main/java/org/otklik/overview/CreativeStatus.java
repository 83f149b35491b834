package org.otklik.overview;

import java.util.Optional;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.video.VideoCondition;

/**
 * What a creative's card shows beside its name.
 *
 * @param judgedViewers those of whom a recording is judged, whether or not it counts
 * @param score empty until the first summary
 */
public record CreativeStatus(
    RecordingCounts recordings,
    int judgedViewers,
    VideoCondition video,
    Optional<CreativeScore> score) {}
