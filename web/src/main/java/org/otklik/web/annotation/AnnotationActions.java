package org.otklik.web.annotation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import org.otklik.annotation.CommentRequest;
import org.otklik.annotation.CommentService;
import org.otklik.annotation.MarkLane;
import org.otklik.annotation.MarkRequest;
import org.otklik.annotation.MarkService;
import org.otklik.identity.Actor;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.FormText;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;
import org.primefaces.PrimeFaces;

/**
 * What the scripts of {@code creative.xhtml} have done to marks and comments; they are told whether
 * it went well, and else why not. Times come in seconds, as people write them.
 */
@Named
@RequestScoped
public class AnnotationActions {
  @Inject private MarkService marks;
  @Inject private CommentService comments;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  /** Adds the mark, or changes the one that is named. */
  public void saveMark() {
    act(
        "mark",
        () -> {
          MarkRequest request =
              new MarkRequest(
                  lane(field("lane")),
                  field("name"),
                  FormText.milliseconds("beginMs", field("begin")),
                  FormText.milliseconds("endMs", field("end")),
                  field("note"));
          UUID mark = id("mark", ProblemCode.MARK_UNKNOWN);
          if (mark == null) {
            marks.add(actor(), creative(), request);
          } else {
            marks.change(actor(), creative(), mark, request);
          }
        });
  }

  public void deleteMark() {
    act("mark", () -> marks.remove(actor(), creative(), id("mark", ProblemCode.MARK_UNKNOWN)));
  }

  /** Adds the comment, or changes the one that is named. */
  public void saveComment() {
    act(
        "comment",
        () -> {
          CommentRequest request =
              new CommentRequest(
                  FormText.milliseconds("atMs", field("at")),
                  field("text"),
                  Boolean.valueOf(field("inReport")));
          UUID comment = id("comment", ProblemCode.COMMENT_UNKNOWN);
          if (comment == null) {
            comments.add(actor(), creative(), request);
          } else {
            comments.change(actor(), creative(), comment, request);
          }
        });
  }

  public void deleteComment() {
    act(
        "comment",
        () -> comments.remove(actor(), creative(), id("comment", ProblemCode.COMMENT_UNKNOWN)));
  }

  private void act(String form, Runnable act) {
    String problem = null;
    try {
      act.run();
    } catch (ProblemException e) {
      problem = problems.sentence(form, e);
    }
    PrimeFaces.Ajax answer = PrimeFaces.current().ajax();
    answer.addCallbackParam("done", problem == null);
    if (problem != null) {
      answer.addCallbackParam("problem", problem);
    }
  }

  private Actor actor() {
    return me.get();
  }

  private static UUID creative() {
    return PageAddress.id(field("creative"), ProblemCode.CREATIVE_UNKNOWN);
  }

  private static UUID id(String field, ProblemCode unknown) {
    String text = field(field);
    return text == null || text.isBlank() ? null : PageAddress.id(text, unknown);
  }

  private static MarkLane lane(String text) {
    try {
      return text == null ? null : MarkLane.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "lane", Fields.shortened(text), "BRAND");
    }
  }

  private static String field(String name) {
    Map<String, String> sent =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return sent.get(name);
  }
}
