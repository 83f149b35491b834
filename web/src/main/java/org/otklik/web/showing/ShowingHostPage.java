package org.otklik.web.showing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.otklik.emotion.Emotion;
import org.otklik.problem.ProblemCode;
import org.otklik.showing.Showing;
import org.otklik.showing.ShowingRooms;
import org.otklik.showing.ShowingService;
import org.otklik.vision.face.QualityReason;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** {@code showing-host.xhtml}: the host plays the creative and sees the group. */
@Named
@ViewScoped
public class ShowingHostPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ShowingService showings;
  @Inject private ShowingRooms rooms;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String showingId;

  // Read anew for every request, at most once.
  private transient Showing showing;

  /** Refuses unknown showings, and readers, before anything is shown. */
  public void open() {
    me.get().requireUpload();
    getShowing();
  }

  /** To the creative, whose figures follow. */
  public void end() {
    if (problems.told(() -> rooms.end(me.get(), uuid()))) {
      PageRedirect.to("/creative.xhtml?id=" + getShowing().creative().publicId());
    }
  }

  /** To the list of showings. */
  public void discard() {
    if (problems.told(() -> rooms.discard(me.get(), uuid()))) {
      PageRedirect.to("/showings.xhtml?campaign=" + getShowing().creative().campaign().publicId());
    }
  }

  public Emotion[] getEmotions() {
    return Emotion.values();
  }

  public QualityReason[] getReasons() {
    return QualityReason.values();
  }

  public Showing getShowing() {
    if (showing == null) {
      showing = showings.showing(me.get(), uuid());
    }
    return showing;
  }

  private UUID uuid() {
    return PageAddress.id(showingId, ProblemCode.SHOWING_UNKNOWN);
  }

  public String getShowingId() {
    return showingId;
  }

  public void setShowingId(String showingId) {
    this.showingId = showingId;
  }
}
