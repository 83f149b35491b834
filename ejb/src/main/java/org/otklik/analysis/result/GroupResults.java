package org.otklik.analysis.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.analysis.viewing.ViewingGroupStore;
import org.otklik.analysis.viewing.ViewingGroupStore.JudgedViewing;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.metric.GroupResult;
import org.otklik.metric.GroupScore;
import org.otklik.metric.Viewing;
import org.otklik.metric.ViewingSet;

/**
 * What any group of judged viewings amounts to by now. What all viewers of a creative amount to is
 * stored, too, when it is summarised; it comes from here.
 *
 * <p>Figures are of one version of the settings: after a change creatives are judged anew one by
 * one, and until a creative's turn comes its figures are those of the version before. Whoever calls
 * has made sure that the actor may see the campaign.
 */
@ApplicationScoped
public class GroupResults {
  @Inject private ViewingGroupStore viewings;
  @Inject private CreativeScoreStore scores;
  @Inject private CampaignSettingsService settings;
  @Inject private Jdbi jdbi;

  /** Of a creative's viewers in the segment. */
  public VersionedResult ofCreative(Creative creative, ViewerSegment segment) {
    return calculate(creative, segment, settings(creative.campaign(), List.of(creative)));
  }

  /** Of all viewers of a creative whose viewings have just been judged by the newest settings. */
  public VersionedResult ofJudged(Creative creative) {
    Campaign campaign = creative.campaign();
    return calculate(
        creative, ViewerSegment.EVERYBODY, settings(campaign, campaign.settings().version()));
  }

  private VersionedResult calculate(Creative creative, ViewerSegment segment, FigureSettings used) {
    return new VersionedResult(
        used,
        GroupResult.calculate(
            viewings(creative.campaign(), creative, segment, used),
            creative.durationSeconds(),
            used.metric().trace(),
            used.metric().polarity()));
  }

  /**
   * The indexes of creatives over what is judged by now, in one query however many there are.
   *
   * @param summarised the creatives, each with the version of the settings that it is summarised
   *     with; null where it is not
   */
  public Map<Creative, VersionedScore> scoresByNow(Map<Creative, Integer> summarised) {
    Map<Long, List<JudgedViewing>> judged =
        viewings.contactsOfCreatives(
            summarised.keySet().stream().map(Creative::id).toArray(Long[]::new));
    Map<List<Object>, FigureSettings> known = new HashMap<>();
    Map<Creative, VersionedScore> scores = new HashMap<>();
    summarised.forEach(
        (creative, version) -> {
          Campaign campaign = creative.campaign();
          FigureSettings used =
              known.computeIfAbsent(
                  Arrays.asList(campaign.id(), version), key -> settings(campaign, version));
          List<Viewing> contacts =
              judged.getOrDefault(creative.id(), List.of()).stream()
                  .filter(one -> used.judgingAlike().contains(one.settingsVersion()))
                  .map(JudgedViewing::viewing)
                  .toList();
          scores.put(creative, score(contacts, used));
        });
    return scores;
  }

  /** How much of the creatives' recordings is analysed. */
  public AnalysisProgress progress(Collection<Creative> creatives) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) filter (where run.state in ('COMPLETED', 'FAILED')) as analysed,
                        count(*) as recordings
                    from core.recording
                    join core.analysis_run as run on run.recording_id = recording.id and run.is_current
                    where recording.creative_id = any (:creatives)
                    """)
                .bind("creatives", creatives.stream().map(Creative::id).toArray(Long[]::new))
                .map(
                    (row, context) ->
                        new AnalysisProgress(row.getInt("analysed"), row.getInt("recordings")))
                .one());
  }

  /** Of all contacts of a campaign, without their seconds. */
  public VersionedScore scoreOfCampaign(Campaign campaign) {
    FigureSettings used = settings(campaign);
    return score(contacts(campaign, null, used), used);
  }

  /** Of the contacts of some viewers of a campaign, by their codes. */
  public VersionedScore scoreOfViewers(Campaign campaign, Set<String> viewers) {
    FigureSettings used = settings(campaign);
    return score(
        contacts(campaign, null, used).stream()
            .filter(contact -> viewers.contains(contact.viewerKey()))
            .toList(),
        used);
  }

  private static VersionedScore score(List<Viewing> contacts, FigureSettings used) {
    return new VersionedScore(used, GroupScore.calculate(contacts, used.metric().trace()));
  }

  /**
   * The judged contacts, excluded ones too.
   *
   * @param creative null for those of all creatives
   */
  public List<Viewing> contacts(Campaign campaign, Creative creative, FigureSettings used) {
    return viewings.contacts(campaign.id(), id(creative), used.judgingAlike());
  }

  /**
   * The judged contacts with the seconds of those that count.
   *
   * @param creative null for those of all creatives
   * @param segment its viewers
   */
  public ViewingSet viewings(
      Campaign campaign, Creative creative, ViewerSegment segment, FigureSettings used) {
    return viewings.group(campaign.id(), id(creative), segment, used.judgingAlike());
  }

  private static Long id(Creative creative) {
    return creative == null ? null : creative.id();
  }

  /** That figures over all creatives of the campaign are of. */
  public FigureSettings settings(Campaign campaign) {
    return campaign.settings().version() == 1
        ? settings(campaign, 1)
        : settings(campaign, scores.newestSettings(campaign.id()));
  }

  /** That figures over these creatives of the campaign are of. */
  public FigureSettings settings(Campaign campaign, Collection<Creative> creatives) {
    return campaign.settings().version() == 1
        ? settings(campaign, 1)
        : settings(
            campaign,
            scores.newestSettings(creatives.stream().map(Creative::id).toArray(Long[]::new)));
  }

  /**
   * @param summarised the newest version that one of the creatives is summarised with; null where
   *     none is summarised, so that what is judged by now is judged by the version that holds
   */
  private FigureSettings settings(Campaign campaign, Integer summarised) {
    int holding = campaign.settings().version();
    int version = summarised == null ? holding : summarised;
    if (holding == 1) {
      return new FigureSettings(1, campaign.metricSettings(), Set.of(1));
    }
    return new FigureSettings(
        version,
        settings.version(campaign, version),
        settings.versionsThatJudgeLike(campaign, version));
  }
}
