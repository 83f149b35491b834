package org.otklik.report.figures;

import org.otklik.emotion.Polarity;
import org.otklik.timeline.BaselineMethod;

/**
 * A setting that the figures were computed with.
 *
 * @param name a key such as {@code coverageLimit}, for which the wording has a sentence ({@code
 *     setting.…} in the bundle); any other name is printed as it is
 * @param value numbers are printed in the locale's form, a {@link BaselineMethod} or a {@link
 *     Polarity} in its words, anything else as its text
 */
public record Setting(String name, Object value) {}
