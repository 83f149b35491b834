package org.otklik.analysis;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.access.Actor;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.campaign.CampaignSettingsService;
import org.otklik.campaign.Creative;
import org.otklik.emotion.Emotion;
import org.otklik.metric.Contact;
import org.otklik.metric.ContactOutcome;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.IndexInterval;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingService;
import org.otklik.recording.SegmentsConverter;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeak;
import org.otklik.timeline.Moment;
import org.otklik.timeline.ViewerSecond;

/** What is shown of the results, limited to the actor's clients. */
@Stateless
public class ResultService {
  /** How a run was, or will be, corrected: as asked for with it, else as its campaign says. */
  private static final String CORRECTION =
      """
      coalesce(run.baseline_method, settings.baseline_method) as baseline_method,
          case when run.baseline_method is null then settings.baseline_s else run.baseline_s
              end as baseline_s,
          coalesce(run.smoothing_ms, settings.smoothing_ms) as smoothing_ms
      """;

  /** The version that a viewing was judged with; before it is, the one that holds. */
  private static final String SETTINGS =
      """
      join core.creative on creative.id = recording.creative_id
      join core.campaign on campaign.id = creative.campaign_id
      join core.campaign_settings as settings
          on settings.campaign_id = campaign.id
          and settings.version = coalesce(viewing.settings_version, campaign.settings_version)
      """;

  private static final String VIEWINGS =
      """
      select recording.public_id, viewer.code, viewer.segments::text as segments,
          recording.duration_ms, recording.created_at,
          run.state, run.progress_ms, run.failure_code, run.frames_sampled,
          viewing.outcome, viewing.exclusion_reason, viewing.observed_s, viewing.positive_s,
          viewing.negative_s, viewing.coverage, viewing.attention, viewing.baseline_state,
          run.sample_hz, run.vision_settings::text as vision_settings,
          run.baseline_method is not null as is_own_correction,
          coalesce(verdict.verdict, 'AUTOMATIC') as verdict,
          %s
      from core.recording
      join core.viewer on viewer.id = recording.viewer_id
      join core.analysis_run as run on run.recording_id = recording.id and run.is_current
      left join agg.viewing on viewing.recording_id = recording.id
      %s
      left join lateral (
          select newest.verdict
          from core.viewing_verdict as newest
          where newest.recording_id = recording.id
          order by newest.id desc
          limit 1
      ) as verdict on true
      """
          .formatted(CORRECTION, SETTINGS);

  @Inject private CampaignService campaigns;
  @Inject private CampaignSettingsService campaignSettings;
  @Inject private RecordingService recordings;
  @Inject private CreativeSummaryStore summaries;
  @Inject private ViewingStore viewings;
  @Inject private CampaignOverviews overviews;
  @Inject private Jdbc jdbc;

  /** The creative's metrics; empty until the first summary. */
  public Optional<CreativeScore> score(Actor actor, UUID creativeId) {
    return summaries.score(creative(actor, creativeId).id());
  }

  /** Every second of the creative, over its counted viewings. */
  public List<CreativeSecond> curve(Actor actor, UUID creativeId) {
    return summaries.curve(creative(actor, creativeId).id());
  }

  /** Strongest first. */
  public List<Moment> moments(Actor actor, UUID creativeId) {
    return summaries.moments(creative(actor, creativeId).id());
  }

  public Map<Emotion, List<EmotionPeak>> peaks(Actor actor, UUID creativeId) {
    return summaries.peaks(creative(actor, creativeId).id());
  }

  /** The creative's recordings in the order of upload, with state and outcome. */
  public List<ViewingView> viewings(Actor actor, UUID creativeId) {
    return jdbc.query(
        VIEWINGS + "where recording.creative_id = ? order by recording.id",
        ResultService::viewing,
        creative(actor, creativeId).id());
  }

  public ViewingView viewing(Actor actor, UUID recordingId) {
    return jdbc.query(
            VIEWINGS + "where recording.id = ?",
            ResultService::viewing,
            recordings.recording(actor, recordingId).id())
        .get(0);
  }

  /** The viewer's own seconds, also where the viewing is excluded. */
  public List<ViewerSecond> viewerSeconds(Actor actor, UUID recordingId) {
    long recording = recordings.recording(actor, recordingId).id();
    return jdbc
        .query(
            "select id from core.analysis_run where recording_id = ? and is_current",
            row -> row.getLong("id"),
            recording)
        .stream()
        .flatMap(runId -> viewings.seconds(runId).stream())
        .toList();
  }

  /** The campaigns the actor may see, newest first, in a few queries however many they are. */
  public List<CampaignOverview> overviews(Actor actor) {
    return overviews.of(campaigns.campaigns(actor));
  }

  /** ИЭО over all contacts of the campaign; empty when none counts. */
  public Optional<IndexInterval> campaignIndex(Actor actor, UUID campaignId) {
    return EmotionalExperienceIndex.of(campaignContacts(actor, campaignId));
  }

  /** EmoNPS over all viewers of the campaign; empty when none counts. */
  public Optional<EmotionalNps> campaignNps(Actor actor, UUID campaignId) {
    Campaign campaign = campaigns.campaign(actor, campaignId);
    return EmotionalNps.of(campaignContacts(actor, campaignId), campaign.metricSettings().trace());
  }

  /** The judged contacts of the campaign, excluded ones too. */
  public List<Contact> campaignContacts(Actor actor, UUID campaignId) {
    return viewings.contactsOfCampaign(campaigns.campaign(actor, campaignId).id());
  }

  /** EmoNPS over the viewers of one creative; empty when none counts. */
  public Optional<EmotionalNps> creativeNps(Actor actor, UUID creativeId) {
    Creative creative = creative(actor, creativeId);
    List<Contact> contacts =
        viewings.of(creative.id()).stream().map(StoredViewing::contact).toList();
    return EmotionalNps.of(contacts, settings(actor, creativeId).trace());
  }

  /** What the creative's figures were computed with; before there are any, what holds. */
  public MetricSettings settings(Actor actor, UUID creativeId) {
    Campaign campaign = creative(actor, creativeId).campaign();
    return score(actor, creativeId)
        .map(score -> campaignSettings.version(campaign, score.settingsVersion()))
        .orElseGet(campaign::metricSettings);
  }

  /** Part of the counted viewings' observed seconds in which each emotion was the largest, 0..1. */
  public Map<Emotion, Double> emotionShares(Actor actor, UUID creativeId) {
    List<Emotion> largest =
        viewings.of(creative(actor, creativeId).id()).stream()
            .filter(viewing -> !viewing.contact().isExcluded())
            .flatMap(viewing -> viewings.seconds(viewing.runId()).stream())
            .filter(second -> second.isObserved())
            .map(second -> second.scores().dominant())
            .toList();
    return largest.stream()
        .collect(
            Collectors.groupingBy(
                Function.identity(), Collectors.summingDouble(emotion -> 1.0 / largest.size())));
  }

  /** The models that produced the creative's rows. */
  public List<UsedModel> models(Actor actor, UUID creativeId) {
    return jdbc.query(
        """
        with used as (
            select run.*
            from core.analysis_run as run
            join core.recording on recording.id = run.recording_id
            where recording.creative_id = ? and run.is_current and run.state = 'COMPLETED'
        )
        select detector_name as name, detector_sha256 as sha256 from used
        union
        select classifier_name, classifier_sha256 from used
        order by 1
        """,
        row -> new UsedModel(row.getString("name"), row.getString("sha256")),
        creative(actor, creativeId).id());
  }

  /** Frames looked at a second in the creative's runs; several where the setting was changed. */
  public List<Double> sampleRates(Actor actor, UUID creativeId) {
    return jdbc.query(
        """
        select distinct run.sample_hz
        from core.analysis_run as run
        join core.recording on recording.id = run.recording_id
        where recording.creative_id = ? and run.is_current
        order by 1
        """,
        row -> row.getDouble("sample_hz"),
        creative(actor, creativeId).id());
  }

  /** How the creative's runs were corrected; several where they differ. */
  public List<CorrectionSettings> corrections(Actor actor, UUID creativeId) {
    return jdbc.query(
        """
        select distinct %s
        from core.analysis_run as run
        join core.recording on recording.id = run.recording_id
        left join agg.viewing on viewing.recording_id = recording.id
        %s
        where recording.creative_id = ? and run.is_current
        order by 1, 2, 3
        """
            .formatted(CORRECTION, SETTINGS),
        ResultService::correction,
        creative(actor, creativeId).id());
  }

  /** Second to SHA-256 of the creative's picture there. */
  public Map<Integer, String> pictures(Actor actor, UUID creativeId) {
    return jdbc
        .query(
            "select second, media_sha256 from agg.creative_picture where creative_id = ?",
            row -> Map.entry(row.getInt("second"), row.getString("media_sha256")),
            creative(actor, creativeId).id())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** SHA-256 of the picture at a second. */
  public String picture(Actor actor, UUID creativeId, int second) {
    String sha256 = pictures(actor, creativeId).get(second);
    if (sha256 == null) {
      throw new ProblemException(ProblemCode.PICTURE_UNKNOWN);
    }
    return sha256;
  }

  private Creative creative(Actor actor, UUID creativeId) {
    return campaigns.creative(actor, creativeId);
  }

  private static ViewingView viewing(ResultSet row) throws SQLException {
    int durationMs = row.getInt("duration_ms");
    return new ViewingView(
        row.getObject("public_id", UUID.class),
        row.getString("code"),
        new SegmentsConverter().convertToEntityAttribute(row.getString("segments")),
        durationMs,
        RunState.valueOf(row.getString("state")),
        Math.min(1.0, (double) row.getInt("progress_ms") / durationMs),
        named(row.getString("failure_code"), ProblemCode::valueOf),
        row.getInt("frames_sampled"),
        named(row.getString("outcome"), ContactOutcome::valueOf),
        named(row.getString("exclusion_reason"), ExclusionReason::valueOf),
        row.getDouble("observed_s"),
        row.getDouble("positive_s"),
        row.getDouble("negative_s"),
        row.getDouble("coverage"),
        row.getObject("attention", Double.class),
        new RunSettings(
            row.getDouble("sample_hz"),
            row.getString("vision_settings"),
            correction(row),
            row.getBoolean("is_own_correction")),
        named(row.getString("baseline_state"), BaselineState::valueOf),
        Verdict.valueOf(row.getString("verdict")),
        row.getTimestamp("created_at").toInstant());
  }

  private static CorrectionSettings correction(ResultSet row) throws SQLException {
    return new CorrectionSettings(
        BaselineMethod.valueOf(row.getString("baseline_method")),
        row.getObject("baseline_s", Integer.class),
        row.getInt("smoothing_ms"));
  }

  private static <E> E named(String name, Function<String, E> of) {
    return name == null ? null : of.apply(name);
  }
}
