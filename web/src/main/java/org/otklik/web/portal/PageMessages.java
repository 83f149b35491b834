package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
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
    if (faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return List.of();
    }
    List<Message> told = panels.get(panel);
    return told == null ? untold(faces, false) : told;
  }

  /** A panel is sent; panels that are only looked through for others tell nothing by that. */
  public void tell(ComponentSystemEvent event) {
    panels.put(event.getComponent().getId(), untold(FacesContext.getCurrentInstance(), true));
  }

  private static List<Message> untold(FacesContext faces, boolean isTold) {
    boolean isAjax = faces.getPartialViewContext().isAjaxRequest();
    List<Message> untold = new ArrayList<>();
    for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
      String id = ids.next(); // null for messages that belong to no component
      for (FacesMessage message : faces.getMessageList(id)) {
        if (!isAjax || !message.isRendered()) {
          untold.add(of(message, id));
          if (isTold) {
            message.rendered();
          }
        }
      }
    }
    return untold;
  }

  static Message of(FacesMessage message, String clientId) {
    String field = message instanceof FieldMessage about ? about.field() : clientId;
    boolean isGood = message.getSeverity().equals(FacesMessage.SEVERITY_INFO);
    return new Message(message.getSummary(), isGood ? "good" : "bad", field == null ? "" : field);
  }
}
