package org.otklik.analysis;

import java.util.Optional;
import org.otklik.film.FilmCondition;

/**
 * What a creative's card shows beside its name.
 *
 * @param judgedViewers those of whom a recording is judged, whether or not it counts
 * @param score empty until the first summary
 */
public record CreativeStanding(
    RecordingCounts recordings,
    int judgedViewers,
    FilmCondition film,
    Optional<CreativeScore> score) {}
