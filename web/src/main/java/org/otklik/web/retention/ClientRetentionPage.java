package org.otklik.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.otklik.retention.ClientRetention;
import org.otklik.retention.ClientRetentionRequest;
import org.otklik.retention.RetentionService;
import org.otklik.retention.UpcomingDeletion;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.session.CurrentActor;

/**
 * {@code admin-retention.xhtml}: the clients' periods, and what will be deleted in all campaigns.
 */
@Named
@ViewScoped
public class ClientRetentionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before the names of its fields. */
  private static final String FORM = "retention.field";

  @Inject private RetentionService service;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String client;
  private PeriodsForm form;
  private boolean remaking;
  private boolean saved;
  private boolean applied;

  // Read anew for every request, at most once.
  private transient List<ClientRetention> clients;
  private transient List<UpcomingDeletion> upcoming;

  /** The client that is named, else the first one. */
  public void open() {
    saved = false;
    if (client == null && !getClients().isEmpty()) {
      client = getClients().get(0).code();
    }
    if (client != null) {
      ClientRetention there = service.client(me.administrator(), client);
      form = PeriodsForm.of(there.periods());
      remaking = there.remakesReports();
    }
  }

  public void save() {
    saved =
        problems.told(
            FORM,
            () ->
                service.changeClient(
                    me.get(), client, new ClientRetentionRequest(form.periods(), remaking)));
    clients = null;
    upcoming = null;
  }

  public void apply() {
    applied = problems.told(FORM, () -> service.applyNow(me.get()));
  }

  public List<ClientRetention> getClients() {
    if (clients == null) {
      clients = service.clients(me.administrator());
    }
    return clients;
  }

  public List<UpcomingDeletion> getUpcoming() {
    if (upcoming == null) {
      upcoming = service.upcoming(me.administrator(), RetentionService.PREVIEW_DAYS);
    }
    return upcoming;
  }

  public String getClientName() {
    return getClients().stream()
        .filter(one -> one.code().equals(client))
        .map(ClientRetention::name)
        .findFirst()
        .orElse(client);
  }

  /** Whether the periods were saved by this request. */
  public boolean isSaved() {
    return saved;
  }

  /** Whether the job was asked for by this request. */
  public boolean isApplied() {
    return applied;
  }

  public PeriodsForm getForm() {
    return form;
  }

  public boolean isRemaking() {
    return remaking;
  }

  public void setRemaking(boolean remaking) {
    this.remaking = remaking;
  }

  public String getClient() {
    return client;
  }

  public void setClient(String client) {
    this.client = client;
  }
}
