package org.otklik.campaign;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditService;
import org.otklik.audit.AuditSubject;
import org.otklik.identity.Actor;
import org.otklik.identity.AppUser;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.queue.JobName;
import org.otklik.queue.JobQueue;
import org.otklik.request.RequestValidator;
import org.otklik.settings.MetricSettings;
import org.otklik.settings.ServerSettings;

/** The versions of a campaign's settings, limited to the actor's clients. */
@Stateless
public class CampaignSettingsService {
  private static final List<String> VOICE_MODELS =
      List.of("voice-activity", "voice-features", "voice-emotion");

  @PersistenceContext private EntityManager em;
  @Inject private CampaignService campaigns;
  @Inject private JobQueue queue;
  @Inject private AuditService audit;
  @Inject private ServerSettings server;

  /** Every version, the newest, which holds, first. */
  public List<CampaignSettings> history(Actor actor, UUID campaignId) {
    return versions(campaigns.campaign(actor, campaignId));
  }

  /**
   * Makes a further version, and has every summarised creative of the campaign computed anew. The
   * version that holds stays where nothing differs.
   *
   * @throws ProblemException SETTINGS_CHANGED when a newer version holds by now
   */
  public void change(Actor actor, UUID campaignId, SettingsRequest request) {
    actor.requireUpload();
    MetricSettings wanted = RequestValidator.valid(request).settings().settings();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    em.lock(campaign, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(campaign); // as it is now that the lock is given
    int version = campaign.settings().version();
    if (request.version() != version) {
      throw new ProblemException(ProblemCode.SETTINGS_CHANGED, Integer.toString(version));
    }
    if (wanted.equals(campaign.metricSettings())) {
      return;
    }
    CampaignSettings newest =
        new CampaignSettings(
            new CampaignSettings.Key(campaign.id(), version + 1),
            wanted,
            request.note(),
            em.getReference(AppUser.class, actor.userId()));
    em.persist(newest);
    campaign.use(newest);
    audit.done(
        actor,
        AuditKind.SETTINGS_CHANGED,
        AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
        version + " → " + (version + 1));
    em.flush(); // locking a creative reads its campaign anew
    summariseAgain(campaign);
  }

  /**
   * Switches the analysis of voices on or off. It holds for analyses that begin from now on; what
   * is heard already stays.
   *
   * @throws ProblemException VOICE_MODELS_MISSING when they are to be analysed, and cannot be
   */
  public Campaign changeVoice(Actor actor, UUID campaignId, VoiceRequest request) {
    actor.requireUpload();
    boolean wanted = RequestValidator.valid(request).analysed();
    Campaign campaign = campaigns.campaign(actor, campaignId);
    if (wanted && !hasVoiceModels()) {
      throw new ProblemException(ProblemCode.VOICE_MODELS_MISSING);
    }
    if (wanted != campaign.isVoiceAnalysed()) {
      campaign.analyseVoice(wanted);
      audit.done(
          actor,
          AuditKind.SETTINGS_CHANGED,
          AuditSubject.of(AuditSubject.Kind.CAMPAIGN, campaignId),
          wanted ? "voice: on" : "voice: off");
    }
    return campaign;
  }

  /** A folder of an earlier release has none. */
  private boolean hasVoiceModels() {
    return VOICE_MODELS.stream().map(server.modelsFolder()::resolve).allMatch(Files::isDirectory);
  }

  /** A creative nothing of which is summarised yet will meet the new version by itself. */
  private void summariseAgain(Campaign campaign) {
    List<Long> creatives =
        em.createQuery(
                """
                select c.id from Creative c
                where c.campaign = :campaign and c.summaryState <> :empty
                order by c.id
                """,
                Long.class)
            .setParameter("campaign", campaign)
            .setParameter("empty", SummaryState.EMPTY)
            .getResultList();
    for (long creative : creatives) {
      campaigns.lockCreative(creative).outdate();
      queue.request(JobName.SUMMARISE_CREATIVE, creative);
    }
  }

  /** A version by its number, such as the one that some figures were computed with. */
  public MetricSettings version(Campaign campaign, int version) {
    return em.find(CampaignSettings.class, new CampaignSettings.Key(campaign.id(), version))
        .metric();
  }

  /** The versions by which every viewing is judged as by the newest. */
  public Set<Integer> versionsThatJudgeAlike(Campaign campaign) {
    return versionsThatJudgeLike(campaign, campaign.settings().version());
  }

  /** The versions by which every viewing is judged as by this one, itself among them. */
  public Set<Integer> versionsThatJudgeLike(Campaign campaign, int version) {
    MetricSettings like = version(campaign, version);
    return versions(campaign).stream()
        .filter(other -> other.metric().judgesLike(like))
        .map(CampaignSettings::version)
        .collect(Collectors.toSet());
  }

  private List<CampaignSettings> versions(Campaign campaign) {
    return em.createQuery(
            """
            select s from CampaignSettings s join fetch s.changedBy
            where s.key.campaignId = :campaign
            order by s.key.version desc
            """,
            CampaignSettings.class)
        .setParameter("campaign", campaign.id())
        .getResultList();
  }
}
