package org.otklik.analysis;

import org.otklik.timeline.CorrectionSettings;

/**
 * The settings that a run was, or will be, made with.
 *
 * @param sampleHz frames looked at a second
 * @param vision thresholds and gates, as the JSON kept with the run
 */
public record RunSettings(double sampleHz, String vision, CorrectionSettings correction) {}
