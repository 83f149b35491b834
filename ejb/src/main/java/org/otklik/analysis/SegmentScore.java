package org.otklik.analysis;

import java.util.Optional;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.IndexInterval;

/**
 * The viewers who share one attribute.
 *
 * @param viewers those with a contact that counts
 * @param index empty where there are too few to be shown
 * @param nps empty with the index
 */
public record SegmentScore(
    String attribute,
    String value,
    int viewers,
    Optional<IndexInterval> index,
    Optional<EmotionalNps> nps) {}
