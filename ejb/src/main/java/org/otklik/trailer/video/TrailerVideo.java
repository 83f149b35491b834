package org.otklik.trailer.video;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.cut.CutVideo;
import org.otklik.trailer.Shot;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerShot;

/** A video of a trailer as it was when somebody asked for it. */
@Entity
@Table(name = "trailer_video")
public class TrailerVideo extends CutVideo<CutPlan> {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Trailer trailer;

  @Enumerated(EnumType.STRING)
  private VideoShape shape;

  private boolean dissolves;
  private String closingText;
  private boolean closingLogo;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Shot> shots;

  private int lengthMs;

  protected TrailerVideo() {}

  TrailerVideo(Trailer trailer, TrailerVideoRequest request, long requestedBy) {
    super(requestedBy);
    this.trailer = trailer;
    this.shape = request.shape();
    this.dissolves = request.dissolves();
    this.closingText = request.closingText();
    this.closingLogo = request.closingLogo();
    this.shots = shots(trailer);
    CutPlan plan = plan();
    resize(plan.frames(), plan.size().width, plan.size().height);
    this.lengthMs = plan.lengthMs();
  }

  private static List<Shot> shots(Trailer trailer) {
    return trailer.shots().stream().map(TrailerShot::scored).map(one -> one.shot()).toList();
  }

  @Override
  protected CutPlan plan() {
    return CutPlan.of(trailer.creative(), shots, request());
  }

  private TrailerVideoRequest request() {
    return new TrailerVideoRequest(shape, dissolves, closingText, closingLogo);
  }

  /** Whether it is what the trailer is by now, asked for in the same way. */
  boolean isAs(Trailer now, TrailerVideoRequest asked) {
    return request().equals(asked) && shots.equals(shots(now));
  }

  /** Whether the trailer has the same shots still. */
  public boolean isCurrent() {
    return shots.equals(shots(trailer));
  }

  @Override
  protected String mediaType() {
    return "video/mp4";
  }

  public Trailer trailer() {
    return trailer;
  }

  public VideoShape shape() {
    return shape;
  }

  public boolean dissolves() {
    return dissolves;
  }

  /** Null without a text on the card at the end. */
  public String closingText() {
    return closingText;
  }

  /** Whether the client's logo is on the card at the end. */
  public boolean closingLogo() {
    return closingLogo;
  }

  public int lengthMs() {
    return lengthMs;
  }
}
