package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.otklik.problem.ProblemException;

/** Tells problems in place, on the page where they happen. */
@RequestScoped
public class PageProblems {
  @Inject private Wording wording;

  /** Whether the act went well; if not, its problem is shown. */
  public boolean told(Runnable act) {
    try {
      act.run();
      return true;
    } catch (ProblemException e) {
      FacesContext.getCurrentInstance().addMessage(null, FieldMessage.of(e, wording.problem(e)));
      return false;
    }
  }
}
