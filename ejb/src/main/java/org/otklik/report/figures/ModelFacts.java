package org.otklik.report.figures;

import java.util.Map;
import org.otklik.emotion.Emotion;

/**
 * A model that was used, from its card.
 *
 * @param accuracyByClass 0..1 by label; the names of {@link Emotion} are translated
 * @param superseded whether the server uses another one by now
 */
public record ModelFacts(
    String name,
    String version,
    String licence,
    String trainingData,
    Map<String, Double> accuracyByClass,
    String sha256,
    boolean superseded) {}
