package org.otklik.retention;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.otklik.access.AccessService;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.identity.Actor;
import org.otklik.identity.Client;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.request.RequestValidator;

/** For how long what tells of persons is kept, limited to the actor's clients. */
@Stateless
public class RetentionService {
  /** How far ahead pages tell what will be deleted. */
  public static final int PREVIEW_DAYS = 30;

  @Inject private AccessService access;
  @Inject private CampaignService campaigns;
  @Inject private RetentionStore store;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;

  /** Of all clients, by name; for administrators. */
  public List<ClientRetention> clients(Actor actor) {
    actor.requireAdministrator();
    return access.clients(actor).stream().map(this::client).toList();
  }

  /**
   * @throws ProblemException CLIENT_UNKNOWN
   */
  public ClientRetention client(Actor actor, String code) {
    return client(access.client(actor, code));
  }

  private ClientRetention client(Client client) {
    return new ClientRetention(
        client.code(), client.name(), store.ofClient(client.id()), client.remakesReports());
  }

  /**
   * Sets the periods of a client; for administrators. Nothing is deleted by them for seven days.
   */
  public void changeClient(Actor actor, String code, ClientRetentionRequest request) {
    actor.requireAdministrator();
    RequestValidator.valid(request);
    Client client = access.client(actor, code);
    RetentionPeriods before = store.ofClient(client.id());
    store.setClient(client.id(), request.periods(), actor.userId());
    client.remakeReports(request.remakesReports());
    audit.done(
        actor,
        AuditKind.RETENTION_CHANGED,
        AuditSubject.client(client),
        before.days() + " → " + request.periods().days());
  }

  public CampaignRetention campaign(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return new CampaignRetention(
        store.ofCampaign(campaign.id()),
        store.ofClient(campaign.client().id()),
        store.hold(campaign.id()).orElse(null),
        store.upcoming(campaign.id(), Duration.ofDays(PREVIEW_DAYS)));
  }

  /**
   * Sets a campaign's own periods. Nothing is deleted by them for seven days.
   *
   * @throws ProblemException RETENTION_TOO_LONG where the client's is shorter: it is what persons
   *     were promised
   */
  public void changeCampaign(Actor actor, UUID campaignId, CampaignRetentionRequest request) {
    actor.requireUpload();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    RequestValidator.valid(request);
    RetentionPeriods wanted = request.periods();
    RetentionPeriods most = store.ofClient(campaign.client().id());
    wanted
        .days()
        .forEach(
            (dataClass, days) -> {
              Integer limit = most.days(dataClass);
              if (limit != null && days > limit) {
                throw new ProblemException(
                    ProblemCode.RETENTION_TOO_LONG,
                    dataClass.name().toLowerCase(Locale.ROOT),
                    limit);
              }
            });
    RetentionPeriods before = store.ofCampaign(campaign.id());
    if (Objects.equals(before, wanted)) {
      return;
    }
    store.setCampaign(campaign.id(), wanted, actor.userId());
    audit.done(
        actor,
        AuditKind.RETENTION_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        before.days() + " → " + wanted.days());
  }

  /** Keeps all that there is of a campaign, whatever its periods say; for administrators. */
  public void hold(Actor actor, UUID campaignId, RetentionHoldRequest request) {
    actor.requireAdministrator();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    RequestValidator.valid(request);
    store.setHold(campaign.id(), request.reason(), actor.userId());
    audit.done(
        actor,
        AuditKind.RETENTION_HELD,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        request.reason());
  }

  /** Lets the periods hold again; for administrators. Without a hold nothing changes. */
  public void release(Actor actor, UUID campaignId) {
    actor.requireAdministrator();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (store.removeHold(campaign.id())) {
      audit.done(
          actor,
          AuditKind.RETENTION_RELEASED,
          AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId));
    }
  }

  /**
   * What will be deleted, of all campaigns, also those in the bin; for administrators.
   *
   * @param days from now
   */
  public List<UpcomingDeletion> upcoming(Actor actor, int days) {
    actor.requireAdministrator();
    return store.upcoming(null, Duration.ofDays(days));
  }

  /** Deletes now what is due, and not only in the night; for administrators. */
  public void applyNow(Actor actor) {
    actor.requireAdministrator();
    audit.done(actor, AuditKind.RETENTION_HASTENED, null);
    beginNight();
  }

  /** Asks for today's job; once, however many nodes do. */
  void beginNight() {
    queue.request(JobName.APPLY_RETENTION, store.night(LocalDate.now(ZoneId.systemDefault())));
  }
}
