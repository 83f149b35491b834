package org.otklik.overview;

import java.util.List;
import java.util.UUID;

/**
 * A creative at a glance.
 *
 * @param pictureSecond of its poster; null while it has no picture
 * @param positiveShares share of viewers in a positive state, 0..1, second by second; null where
 *     nobody was observed; empty before the first summary
 */
public record CreativePreview(UUID creative, Integer pictureSecond, List<Double> positiveShares) {}
