package org.otklik.analysis.viewing;

import java.util.UUID;
import org.otklik.metric.QualityGrade;

/**
 * Which of a campaign's recordings are meant.
 *
 * @param creative null for those of all creatives
 * @param grade null for those of any quality, and those not yet judged
 * @param text part of the viewer's code, or of an attribute as {@code age:25-34}; null for any
 */
public record ViewingFilter(UUID creative, ShownViewings shown, QualityGrade grade, String text) {

  /** All recordings of a creative; null for those of the whole campaign. */
  public static ViewingFilter all(UUID creative) {
    return new ViewingFilter(creative, ShownViewings.ALL, null, null);
  }
}
