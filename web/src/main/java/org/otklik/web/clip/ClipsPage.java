package org.otklik.web.clip;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.group.SegmentName;
import org.otklik.clip.Clip;
import org.otklik.clip.ClipFormat;
import org.otklik.clip.ClipRequest;
import org.otklik.clip.ClipService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.web.creative.CreativePage;
import org.otklik.web.creative.CreativeResource.CurveQuery;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.FormText;
import org.otklik.web.portal.Language;
import org.otklik.web.report.FileName;
import org.otklik.web.session.CurrentActor;

/** The clips of the creative of {@code creative.xhtml}. */
@Named
@ViewScoped
public class ClipsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "clip.field";
  private static final double MS = 1000;

  @Inject private ClipService clips;
  @Inject private CreativePage creative;
  @Inject private Language language;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String begin;
  private String end;
  private ClipFormat format = ClipFormat.MP4;
  private String group;

  // Read anew for every request, at most once.
  private transient List<Clip> all;

  public List<Clip> getAll() {
    if (all == null) {
      all = clips.clips(me.get(), creativeId());
    }
    return all;
  }

  /** Asked every other second while one is being made. */
  public void refresh() {
    all = null;
  }

  /** Whether anything here may still change by itself. */
  public boolean isBusy() {
    return getAll().stream().anyMatch(clip -> !clip.state().isEnded());
  }

  public void make() {
    problems.told(
        FORM,
        () ->
            clips.request(
                me.get(),
                creativeId(),
                new ClipRequest(
                    needed("beginMs", begin),
                    needed("endMs", end),
                    format,
                    viewers(),
                    language.getTag())));
    refresh();
  }

  /** The group whose curve the page shows, as {@code attribute:value} a line. */
  private Map<String, List<String>> viewers() {
    List<String> pairs = group == null ? List.of() : group.lines().toList();
    return RequestReader.query(CurveQuery.class, Map.of("segment", pairs)).viewers().values();
  }

  /** Whose curve the clip shows; empty for everybody. */
  public String viewers(Clip clip) {
    return SegmentName.of(clip.viewers(), language.getLocale());
  }

  private static Integer needed(String field, String seconds) {
    Integer ms = FormText.milliseconds(field, seconds);
    if (ms == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    return ms;
  }

  public void delete(UUID id) {
    problems.told(FORM, () -> clips.remove(me.get(), creativeId(), id));
    refresh();
  }

  private UUID creativeId() {
    return creative.getView().id();
  }

  /** The name under which browsers save it. */
  public String fileName(Clip clip) {
    return FileName.of(
        "%s %.1f-%.1f".formatted(clip.creative().name(), clip.beginMs() / MS, clip.endMs() / MS),
        clip.format().name().toLowerCase(Locale.ROOT));
  }

  public ClipFormat[] getFormats() {
    return ClipFormat.values();
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

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public ClipFormat getFormat() {
    return format;
  }

  public void setFormat(ClipFormat format) {
    this.format = format;
  }
}
