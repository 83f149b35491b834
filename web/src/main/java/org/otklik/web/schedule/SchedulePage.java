package org.otklik.web.schedule;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.otklik.branding.BrandingService;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.request.Chapter;
import org.otklik.schedule.Schedule;
import org.otklik.schedule.ScheduleRequest;
import org.otklik.schedule.ScheduleRun;
import org.otklik.schedule.ScheduleService;
import org.otklik.schedule.recurrence.TriggerTimes;
import org.otklik.web.portal.Figures;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.session.CurrentActor;

/** {@code schedule.xhtml}: a schedule, made or changed by a form, and what became of its runs. */
@Named
@ViewScoped
public class SchedulePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_TRIGGERS = 5;
  private static final String FORM = "schedule.field";

  @Inject private CampaignService campaigns;
  @Inject private ScheduleService schedules;
  @Inject private BrandingService brandings;
  @Inject private Language language;
  @Inject private Figures figures;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;

  private String campaignId;
  private String scheduleId;
  private ScheduleForm form;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<ScheduleRun> runs;

  /** Refuses unknown campaigns and schedules before anything is shown. */
  public void open() {
    if (scheduleId == null) {
      me.get().requireUpload();
      form = new ScheduleForm(language.getTag(), template(getCampaign()));
      if (me.getZone() != null) {
        form.getPlan().setTimeZone(me.getZone());
      }
      return;
    }
    Schedule schedule = schedules.schedule(me.get(), scheduleUuid());
    campaignId = schedule.subject().campaign().publicId().toString();
    form = ScheduleForm.of(schedule, template(schedule.subject().campaign()));
  }

  private List<Chapter> template(Campaign of) {
    return brandings.ofReports(of.client()).chapters();
  }

  /** Back to the list when it is stored. */
  public void save() {
    problems.told(
        FORM,
        () -> {
          ScheduleRequest request = form.request();
          if (scheduleId == null) {
            schedules.create(me.get(), campaignUuid(), request);
          } else {
            schedules.change(me.get(), scheduleUuid(), request);
          }
          toList();
        });
  }

  private void toList() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    try {
      external.redirect(
          external.getRequestContextPath() + "/schedules.xhtml?campaign=" + campaignUuid());
    } catch (IOException e) {
      throw new IllegalStateException("The browser has gone.", e);
    }
  }

  /** The next times of the plan as it is filled in, or why there are none. */
  public TriggerPreview getFires() {
    try {
      TriggerTimes plan = form.plan();
      List<Instant> fires = plan.next(Instant.now(), SHOWN_TRIGGERS);
      if (fires.isEmpty()) {
        throw new ProblemException(ProblemCode.SCHEDULE_NEVER_RUNS);
      }
      ZoneId zone = plan.zone();
      return new TriggerPreview(
          fires.stream().map(fire -> figures.local(fire, zone)).toList(), null);
    } catch (ProblemException e) {
      return new TriggerPreview(List.of(), problems.sentence(FORM, e));
    }
  }

  /**
   * When a plan is due.
   *
   * @param times in the schedule's time zone
   * @param problem why there are none; null where there are
   */
  public record TriggerPreview(List<String> times, String problem) {}

  /** Empty for a schedule that is only being made. */
  public List<ScheduleRun> getRuns() {
    if (runs == null) {
      runs = scheduleId == null ? List.of() : schedules.runs(me.get(), scheduleUuid());
    }
    return runs;
  }

  public boolean isNew() {
    return scheduleId == null;
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), campaignUuid());
    }
    return campaign;
  }

  private UUID campaignUuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  private UUID scheduleUuid() {
    return PageAddress.id(scheduleId, ProblemCode.SCHEDULE_UNKNOWN);
  }

  public ScheduleForm getForm() {
    return form;
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }

  public String getScheduleId() {
    return scheduleId;
  }

  public void setScheduleId(String scheduleId) {
    this.scheduleId = scheduleId;
  }
}
