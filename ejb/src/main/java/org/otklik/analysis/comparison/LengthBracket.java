package org.otklik.analysis.comparison;

/**
 * Creatives of about one length, whole seconds, as ads are sold: bumpers, 15 s, 30 s, 60 s, longer.
 *
 * @param fromSeconds the first second that belongs to it
 * @param untilSeconds the last; {@link Integer#MAX_VALUE} for the longest
 */
public record LengthBracket(int fromSeconds, int untilSeconds) {
  private static final int[] ENDS = {10, 20, 45, 90, Integer.MAX_VALUE};

  public static LengthBracket of(int seconds) {
    int from = 0;
    for (int end : ENDS) {
      if (seconds <= end) {
        return new LengthBracket(from, end);
      }
      from = end + 1;
    }
    throw new IllegalStateException("unreachable: " + seconds);
  }
}
