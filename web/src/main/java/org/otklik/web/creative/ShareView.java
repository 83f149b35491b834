package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.statistics.ShareInterval;

/** A share with its interval. */
@Schema(
    name = "Share",
    description = "Share of viewers, 0..1, with its Wilson 95% confidence interval.")
public record ShareView(double share, double low, double high) {

  static ShareView of(ShareInterval interval) {
    return interval == null
        ? null
        : new ShareView(
            EmotionMap.rounded(interval.share()),
            EmotionMap.rounded(interval.low()),
            EmotionMap.rounded(interval.high()));
  }
}
