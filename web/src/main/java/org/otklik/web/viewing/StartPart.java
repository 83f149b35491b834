package org.otklik.web.viewing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Consumer;
import org.otklik.analysis.RecordingStartService;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.StartMethod;
import org.otklik.recording.StartRequest;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** On a viewer's page: the creative's start, moved by ear and eye, and the way back. */
@Named
@ViewScoped
public class StartPart implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double MS = 1000;

  @Inject private ViewingPage page;
  @Inject private RecordingStartService starts;
  @Inject private PageProblems problems;
  @Inject private CurrentActor me;

  private Double seconds;

  /** Time in the recording, in seconds. */
  public Double getSeconds() {
    return seconds == null ? Double.valueOf(getStartMs() / MS) : seconds;
  }

  public void setSeconds(Double seconds) {
    this.seconds = seconds;
  }

  /** Where it is by now. */
  public int getStartMs() {
    return page.getRecording().startMs();
  }

  public boolean isMoved() {
    return page.getRecording().startMethod() == StartMethod.MANUAL;
  }

  /** Whether there are frames from which the figures can follow. */
  public boolean isMovable() {
    return !page.getRecording().isCall() && page.getView().framesDeletedAt() == null;
  }

  public void move() {
    Integer startMs = seconds == null ? null : (int) Math.round(seconds * MS);
    done(id -> starts.move(me.get(), id, new StartRequest(startMs)));
  }

  public void restore() {
    done(id -> starts.restore(me.get(), id));
  }

  private void done(Consumer<UUID> act) {
    UUID recordingId = PageAddress.id(page.getId(), ProblemCode.RECORDING_UNKNOWN);
    if (problems.told(() -> act.accept(recordingId))) {
      PageRedirect.to("/viewing.xhtml?id=" + recordingId);
    }
  }
}
