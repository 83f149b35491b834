package org.otklik.trailer;

/**
 * A stretch of the creative in a trailer.
 *
 * @param beginMs in the creative
 * @param endMs later than {@code beginMs}
 */
public record Shot(int beginMs, int endMs) {
  public Shot {
    if (beginMs < 0 || endMs <= beginMs) {
      throw new IllegalArgumentException("No stretch: " + beginMs + ".." + endMs);
    }
  }

  public int lengthMs() {
    return endMs - beginMs;
  }

  boolean overlaps(Shot other) {
    return beginMs < other.endMs && other.beginMs < endMs;
  }
}
