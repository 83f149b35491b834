package org.otklik.annotation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.otklik.campaign.Creative;
import org.otklik.identity.AppUser;

/** A stretch of a creative in which an analyst has seen or heard something. */
@Entity
@Table(name = "creative_mark")
public class CreativeMark extends CreativeAnnotation {
  @Enumerated(EnumType.STRING)
  private MarkLane lane;

  private String name;

  private int beginMs;

  private int endMs;

  private String note;

  protected CreativeMark() {}

  CreativeMark(Creative creative, MarkRequest request, AppUser author) {
    super(creative, author);
    write(request);
  }

  void change(MarkRequest request, AppUser by) {
    write(request);
    changed(by);
  }

  private void write(MarkRequest request) {
    lane = request.lane();
    name = request.name();
    beginMs = request.beginMs();
    endMs = request.endMs();
    note = request.note();
  }

  public MarkLane lane() {
    return lane;
  }

  /** Null where the lane says all. */
  public String name() {
    return name;
  }

  public int beginMs() {
    return beginMs;
  }

  public int endMs() {
    return endMs;
  }

  /** May be null. */
  public String note() {
    return note;
  }
}
