package org.otklik.analysis.run;

import org.otklik.timeline.CorrectionSettings;

/**
 * The settings that a run was, or will be, made with.
 *
 * @param sampleHz frames looked at a second
 * @param vision thresholds and gates, as the JSON kept with the run
 * @param turnDegrees clockwise, by which frames are turned beyond what the file asks for
 * @param ownCorrection whether the correction was asked for with the run, and is not the campaign's
 */
public record RunSettings(
    double sampleHz,
    String vision,
    int turnDegrees,
    CorrectionSettings correction,
    boolean ownCorrection) {}
