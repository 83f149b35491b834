package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.otklik.access.AccessService;
import org.otklik.access.ClientRequest;
import org.otklik.removal.ClientContents;
import org.otklik.removal.ClientDeletionService;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;
import org.otklik.web.user.ClientView;

/** {@code admin-clients.xhtml}: the clients; one with a known code is renamed. */
@Named
@RequestScoped
public class ClientsPage {

  /** Before the names of its fields. */
  private static final String FORM = "client";

  @Inject private AccessService access;
  @Inject private ClientDeletionService deletions;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;
  @Inject private Wording wording;

  private String code;
  private String name;
  private Map<String, ClientContents> contents;

  public List<ClientView> getClients() {
    return access.clients(me.get()).stream().map(ClientView::of).toList();
  }

  /** Of a client, by its code. */
  public ClientContents contents(String client) {
    if (contents == null) {
      contents = deletions.contents(me.get());
    }
    return contents.get(client);
  }

  public void delete(String client) {
    if (problems.told(FORM, () -> deletions.delete(me.get(), client))) {
      contents = null;
    }
  }

  public void save() {
    if (problems.told(FORM, () -> access.saveClient(me.get(), new ClientRequest(code, name)))) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_INFO, wording.of("client.saved", (Object) name), null));
      code = null;
      name = null;
    }
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
