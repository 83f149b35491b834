package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.otklik.problem.ProblemException;

/** Tells problems on the form where they happen; fields are called as the form calls them. */
@RequestScoped
public class FormProblems {
  @Inject private Wording wording;

  /**
   * Whether the act went well; if not, its problem is shown.
   *
   * @param form what stands before a field's name in the sentences: {@code form.field}
   */
  public boolean told(String form, Runnable act) {
    try {
      act.run();
      return true;
    } catch (ProblemException e) {
      tell(form, e);
      return false;
    }
  }

  public String sentence(String form, ProblemException problem) {
    return wording.problem(problem.inSeconds().calling(field -> called(form, field)));
  }

  public void tell(String form, ProblemException problem) {
    FacesContext.getCurrentInstance()
        .addMessage(null, FieldMessage.of(problem, sentence(form, problem)));
  }

  private String called(String form, String field) {
    String key = form + "." + field.replaceFirst(".*\\.", "");
    return wording.has(key) ? wording.of(key) : field;
  }
}
