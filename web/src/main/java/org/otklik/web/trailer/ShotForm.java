package org.otklik.web.trailer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.otklik.trailer.CutBorders;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.ShotEdge;
import org.otklik.trailer.cut.ShotRequest;
import org.otklik.web.portal.FormText;

/** A shot as the page's table has it: times in seconds, as people write them. */
public class ShotForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String begin;
  private String end;
  private boolean locked;
  private Double score;
  private Double low;
  private Double high;
  private int viewers;
  private boolean outstanding;
  private ShotEdge beginsAt;
  private ShotEdge endsAt;

  static ShotForm of(ScoredShot shot, boolean locked) {
    ShotForm form = new ShotForm();
    form.begin = seconds(shot.shot().beginMs());
    form.end = seconds(shot.shot().endMs());
    form.locked = locked;
    form.judge(shot);
    return form;
  }

  /** As it is now, whatever becomes of this one. */
  ShotForm copy() {
    ShotForm copy = new ShotForm();
    copy.begin = begin;
    copy.end = end;
    copy.locked = locked;
    copy.score = score;
    copy.low = low;
    copy.high = high;
    copy.viewers = viewers;
    copy.outstanding = outstanding;
    copy.beginsAt = beginsAt;
    copy.endsAt = endsAt;
    return copy;
  }

  /** Whether it is the same stretch, locked or not. */
  boolean isLike(ShotForm other) {
    return locked == other.locked
        && Objects.equals(begin, other.begin)
        && Objects.equals(end, other.end);
  }

  /** A stretch for somebody to fill in. */
  static ShotForm empty(int beginMs, int endMs) {
    ShotForm form = new ShotForm();
    form.begin = seconds(beginMs);
    form.end = seconds(endMs);
    form.locked = true;
    return form;
  }

  static String seconds(int ms) {
    return BigDecimal.valueOf(ms, 3).stripTrailingZeros().toPlainString();
  }

  void judge(ScoredShot shot, CutBorders borders) {
    judge(shot);
    beginsAt = borders.edge(shot.shot().beginMs());
    endsAt = borders.edge(shot.shot().endMs());
  }

  private void judge(ScoredShot shot) {
    score = shot.score();
    low = shot.low();
    high = shot.high();
    viewers = shot.viewers();
    outstanding = shot.isOutstanding();
  }

  ShotRequest request() {
    return new ShotRequest(
        FormText.milliseconds("beginMs", begin), FormText.milliseconds("endMs", end), locked);
  }

  public String getBegin() {
    return begin;
  }

  public void setBegin(String begin) {
    this.begin = begin;
  }

  public String getEnd() {
    return end;
  }

  public void setEnd(String end) {
    this.end = end;
  }

  public boolean isLocked() {
    return locked;
  }

  public void setLocked(boolean locked) {
    this.locked = locked;
  }

  public Double getScore() {
    return score;
  }

  public Double getLow() {
    return low;
  }

  public Double getHigh() {
    return high;
  }

  public int getViewers() {
    return viewers;
  }

  public boolean isOutstanding() {
    return outstanding;
  }

  /** Null until it is looked at. */
  public ShotEdge getBeginsAt() {
    return beginsAt;
  }

  public ShotEdge getEndsAt() {
    return endsAt;
  }
}
