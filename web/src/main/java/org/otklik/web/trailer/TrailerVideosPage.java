package org.otklik.web.trailer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.otklik.trailer.video.TrailerVideo;
import org.otklik.trailer.video.TrailerVideoRequest;
import org.otklik.trailer.video.TrailerVideoService;
import org.otklik.trailer.video.VideoShape;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.report.FileName;
import org.otklik.web.session.CurrentActor;

/** The videos of the trailer of {@code trailer.xhtml}. */
@Named
@ViewScoped
public class TrailerVideosPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TrailerVideoService videos;
  @Inject private TrailerCreatives creatives;
  @Inject private TrailerPage trailer;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private VideoShape shape = VideoShape.ORIGINAL;
  private boolean dissolves;
  private String closingText;
  private boolean closingLogo;

  // Read anew for every request, at most once.
  private transient List<TrailerVideo> all;

  public List<TrailerVideo> getAll() {
    if (all == null) {
      all = videos.videos(me.get(), trailerId());
    }
    return all;
  }

  /** Asked every other second while one is being made. */
  public void refresh() {
    all = null;
  }

  /** Whether anything here may still change by itself. */
  public boolean isBusy() {
    return getAll().stream().anyMatch(video -> !video.state().isEnded());
  }

  public void make() {
    problems.told(
        () ->
            videos.request(
                me.get(),
                trailerId(),
                new TrailerVideoRequest(shape, dissolves, closingText, closingLogo)));
    refresh();
  }

  /** Opens the creative that is made of the video. */
  public void upload(UUID id) {
    problems.told(
        () ->
            PageRedirect.to(
                "/creative.xhtml?id=" + creatives.upload(me.get(), trailerId(), id).publicId()));
  }

  public void delete(UUID id) {
    problems.told(() -> videos.remove(me.get(), trailerId(), id));
    refresh();
  }

  private UUID trailerId() {
    return UUID.fromString(trailer.getTrailerId());
  }

  /** The name under which browsers save it. */
  public String fileName(TrailerVideo video) {
    String name = video.trailer().name();
    return FileName.of(
        video.shape() == VideoShape.ORIGINAL
            ? name
            : name + " " + video.shape().ratio().replace(':', 'x'),
        "mp4");
  }

  public VideoShape[] getShapes() {
    return VideoShape.values();
  }

  public VideoShape getShape() {
    return shape;
  }

  public void setShape(VideoShape shape) {
    this.shape = shape;
  }

  public boolean isDissolves() {
    return dissolves;
  }

  public void setDissolves(boolean dissolves) {
    this.dissolves = dissolves;
  }

  /** Whether the client has a logo for the card at the end. */
  public boolean isWithLogo() {
    return videos.hasLogo(me.get(), trailerId());
  }

  public boolean isClosingLogo() {
    return closingLogo;
  }

  public void setClosingLogo(boolean closingLogo) {
    this.closingLogo = closingLogo;
  }

  public String getClosingText() {
    return closingText;
  }

  public void setClosingText(String closingText) {
    this.closingText = closingText;
  }
}
