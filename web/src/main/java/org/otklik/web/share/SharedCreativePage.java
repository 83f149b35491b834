package org.otklik.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.analysis.result.CurveService;
import org.otklik.analysis.result.ResultService;
import org.otklik.identity.Actor;
import org.otklik.share.CreativeLinkService;
import org.otklik.share.SharedCreative;
import org.otklik.web.creative.CreativeView;
import org.otklik.web.creative.CreativeViews;
import org.otklik.web.creative.SegmentSizeView;

/** {@code shared.xhtml}: a creative with its figures, for whoever has a link. */
@Named
@RequestScoped
public class SharedCreativePage {
  @Inject private CreativeLinkService links;
  @Inject private LinkGuesses guesses;
  @Inject private CreativeViews views;
  @Inject private CurveService curves;
  @Inject private ResultService results;
  @Inject private HttpServletRequest request;

  private String id;
  private SharedCreative shared;
  private CreativeView view;

  /** Refuses links that are over before anything is shown. */
  public void open() {
    shared = guesses.guarded(request.getRemoteAddr(), () -> links.open(id));
    view = views.of(shared.creative());
  }

  public SharedCreative getShared() {
    return shared;
  }

  public CreativeView getView() {
    return view;
  }

  /** Whether there is anything to be seen yet. */
  public boolean isShown() {
    return view.keyFigures() != null && view.enough();
  }

  /** The groups that viewers may be narrowed to, as JSON for the scripts. */
  public String getSegments() {
    return SegmentSizeView.json(curves.segments(Actor.JOB, creative()));
  }

  /** Seconds that there are frames of, with commas between them. */
  public String getPictures() {
    return results.pictures(Actor.JOB, creative()).keySet().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private UUID creative() {
    return shared.creative().publicId();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
