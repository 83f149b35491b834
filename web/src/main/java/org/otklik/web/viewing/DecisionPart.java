package org.otklik.web.viewing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.viewing.Decision;
import org.otklik.analysis.viewing.DecisionRequest;
import org.otklik.analysis.viewing.DecisionService;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/**
 * What an analyst decides where the face is seen: whether the viewing counts, and a new analysis.
 */
@Named
@RequestScoped
public class DecisionPart {
  @Inject private ViewingPage page;
  @Inject private DecisionService decisions;
  @Inject private AnalysisService analysis;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String note;

  /** Whether an analyst has excluded it. */
  public boolean isExcluded() {
    return page.getView().verdict() == Decision.EXCLUDED;
  }

  /** Whether there is a video, which is not being analysed. */
  public boolean isAnalysableAgain() {
    return page.getView().state().isEnded() && page.getRecording().mediaSha256() != null;
  }

  public void exclude() {
    done(
        () ->
            decisions.decide(me.get(), recording(), new DecisionRequest(Decision.EXCLUDED, note)));
  }

  public void include() {
    done(
        () ->
            decisions.decide(me.get(), recording(), new DecisionRequest(Decision.AUTOMATIC, null)));
  }

  public void analyseAgain() {
    done(() -> analysis.requestAgain(me.get(), recording()));
  }

  private UUID recording() {
    return page.getRecording().publicId();
  }

  private void done(Runnable act) {
    page.open();
    if (problems.told(act)) {
      PageRedirect.to("/viewing.xhtml?id=" + recording());
    }
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
