package org.otklik.web.viewing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;
import org.otklik.analysis.RecordingStartService;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.StartMethod;
import org.otklik.recording.StartRequest;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.FormText;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** On a viewer's page: the creative's start, moved by ear and eye, and the way back. */
@Named
@ViewScoped
public class StartPart implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MS_DIGITS = 3;

  @Inject private ViewingPage page;
  @Inject private RecordingStartService starts;
  @Inject private FormProblems problems;
  @Inject private CurrentActor me;

  private String seconds;

  /** Time in the recording, in seconds, as it is written into the field. */
  public String getSeconds() {
    BigDecimal stored = BigDecimal.valueOf(getStartMs(), MS_DIGITS).stripTrailingZeros();
    return seconds == null ? stored.toPlainString() : seconds;
  }

  public void setSeconds(String seconds) {
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
    done(
        id ->
            starts.move(
                me.get(), id, new StartRequest(FormText.signedMilliseconds("startMs", seconds))));
  }

  public void restore() {
    done(id -> starts.restore(me.get(), id));
  }

  private void done(Consumer<UUID> act) {
    UUID recordingId = PageAddress.id(page.getId(), ProblemCode.RECORDING_UNKNOWN);
    if (problems.told("start", () -> act.accept(recordingId))) {
      PageRedirect.to("/viewing.xhtml?id=" + recordingId);
    }
  }
}
