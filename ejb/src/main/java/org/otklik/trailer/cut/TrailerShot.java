package org.otklik.trailer.cut;

import jakarta.persistence.Embeddable;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.Shot;

/** A shot of a trailer, with what spoke for it when the trailer was saved. */
@Embeddable
public class TrailerShot {
  private int beginMs;
  private int endMs;
  private boolean isLocked;
  private Double score;
  private Double scoreLow;
  private Double scoreHigh;
  private int viewers;
  private boolean isOutstanding;

  protected TrailerShot() {}

  TrailerShot(ScoredShot scored, boolean isLocked) {
    this.beginMs = scored.shot().beginMs();
    this.endMs = scored.shot().endMs();
    this.isLocked = isLocked;
    this.score = scored.score();
    this.scoreLow = scored.low();
    this.scoreHigh = scored.high();
    this.viewers = scored.viewers();
    this.isOutstanding = scored.isOutstanding();
  }

  public ScoredShot scored() {
    return new ScoredShot(
        new Shot(beginMs, endMs), score, scoreLow, scoreHigh, viewers, isOutstanding);
  }

  public boolean isLocked() {
    return isLocked;
  }
}
