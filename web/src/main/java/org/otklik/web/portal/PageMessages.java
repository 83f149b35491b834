package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the page has to say of what was just done, for {@code told.xhtml}. */
@Named
@RequestScoped
public class PageMessages {
  private final Map<String, List<Message>> panels = new HashMap<>();

  /**
   * A sentence.
   *
   * @param kind {@code good} or {@code bad}
   * @param control the id of the control that it is about, or its {@code data-field}; empty for
   *     none
   */
  public record Message(String sentence, String kind, String control) {}

  /**
   * What one panel tells. Of several that are sent anew by Ajax the first one tells it: the others
   * stand elsewhere on the page.
   */
  public List<Message> of(String panel) {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        ? panels.computeIfAbsent(panel, any -> told(faces))
        : List.of();
  }

  private static List<Message> told(FacesContext faces) {
    boolean isAjax = faces.getPartialViewContext().isAjaxRequest();
    List<Message> told = new ArrayList<>();
    for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
      String id = ids.next(); // null for messages that belong to no component
      for (FacesMessage message : faces.getMessageList(id)) {
        if (!isAjax || !message.isRendered()) {
          message.rendered();
          told.add(of(message, id));
        }
      }
    }
    return told;
  }

  static Message of(FacesMessage message, String clientId) {
    String field = message instanceof FieldMessage about ? about.field() : clientId;
    boolean isGood = message.getSeverity().equals(FacesMessage.SEVERITY_INFO);
    return new Message(message.getSummary(), isGood ? "good" : "bad", field == null ? "" : field);
  }
}
