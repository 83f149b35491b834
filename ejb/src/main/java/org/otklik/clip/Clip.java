package org.otklik.clip;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.campaign.Creative;
import org.otklik.cut.CutVideo;

/** A stretch of a creative with its curve: asked for, then made or failed. */
@Entity
public class Clip extends CutVideo<ClipPlan> {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Creative creative;

  private int beginMs;
  private int endMs;

  @Enumerated(EnumType.STRING)
  private ClipFormat format;

  private String locale;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, List<String>> segment;

  protected Clip() {}

  Clip(Creative creative, ClipRequest request, Locale locale, long requestedBy) {
    super(requestedBy);
    this.creative = creative;
    this.beginMs = request.beginMs();
    this.endMs = request.endMs();
    this.format = request.format();
    this.locale = locale.getLanguage();
    this.segment = request.segment();
    ClipPlan plan = plan();
    resize(plan.frames(), plan.size().width, plan.heightPx());
  }

  @Override
  protected ClipPlan plan() {
    return ClipPlan.of(creative, beginMs, endMs, format, viewers(), Locale.forLanguageTag(locale));
  }

  /** Whether it is what is asked for. */
  boolean isAs(ClipRequest request, Locale language) {
    return beginMs == request.beginMs()
        && endMs == request.endMs()
        && format == request.format()
        && viewers().equals(request.viewers())
        && locale.equals(language.getLanguage());
  }

  @Override
  protected String mediaType() {
    return format.mediaType();
  }

  public Creative creative() {
    return creative;
  }

  /** Where it begins, in the creative's time. */
  public int beginMs() {
    return beginMs;
  }

  public int endMs() {
    return endMs;
  }

  public ClipFormat format() {
    return format;
  }

  /** Whose curve it shows. */
  public ViewerSegment viewers() {
    return new ViewerSegment(segment, false);
  }
}
