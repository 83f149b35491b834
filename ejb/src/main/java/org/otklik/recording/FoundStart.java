package org.otklik.recording;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.timeline.CreativeClock;

/** A recording's clock as it was before an analyst moved its start. */
@Embeddable
class FoundStart {
  @Enumerated(EnumType.STRING)
  private StartMethod foundMethod;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] foundFromMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] foundUntilMs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private int[] foundCreativeMs;

  protected FoundStart() {}

  FoundStart(StartMethod method, CreativeClock clock) {
    foundMethod = method;
    foundFromMs = ClockArrays.fromMs(clock);
    foundUntilMs = ClockArrays.untilMs(clock);
    foundCreativeMs = ClockArrays.creativeMs(clock);
  }

  StartMethod method() {
    return foundMethod;
  }

  CreativeClock clock() {
    return ClockArrays.clock(foundFromMs, foundUntilMs, foundCreativeMs);
  }
}
