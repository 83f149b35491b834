package org.otklik.web.schedule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.otklik.campaign.Campaign;
import org.otklik.campaign.CampaignService;
import org.otklik.problem.ProblemCode;
import org.otklik.schedule.Schedule;
import org.otklik.schedule.ScheduleRun;
import org.otklik.schedule.ScheduleService;
import org.otklik.web.portal.PageAddress;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.session.CurrentActor;

/** {@code schedules.xhtml}: the schedules of a campaign. */
@Named
@ViewScoped
public class SchedulesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignService campaigns;
  @Inject private ScheduleService schedules;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;

  private String campaignId;

  // Read anew for every request, at most once.
  private transient Campaign campaign;
  private transient List<Schedule> all;
  private transient Map<UUID, ScheduleRun> last;

  /** Refuses unknown campaigns before anything is shown. */
  public void open() {
    getCampaign();
  }

  /** Asked every other second while a run goes on. */
  public void refresh() {
    all = null;
    last = null;
  }

  public void pause(UUID id) {
    act(() -> schedules.pause(me.get(), id));
  }

  public void resume(UUID id) {
    act(() -> schedules.resume(me.get(), id));
  }

  public void runNow(UUID id) {
    act(() -> schedules.runNow(me.get(), id));
  }

  public void delete(UUID id) {
    act(() -> schedules.delete(me.get(), id));
  }

  private void act(Runnable act) {
    problems.told(act);
    refresh();
  }

  public List<Schedule> getAll() {
    if (all == null) {
      all = schedules.schedules(me.get(), uuid());
    }
    return all;
  }

  /** Null before its first run. */
  public ScheduleRun lastRun(Schedule schedule) {
    if (last == null) {
      last = schedules.lastRuns(me.get(), uuid());
    }
    return last.get(schedule.publicId());
  }

  /** Whether anything on the page may still change by itself. */
  public boolean isBusy() {
    return getAll().stream()
        .map(this::lastRun)
        .anyMatch(run -> run != null && !run.state().isEnded());
  }

  public Campaign getCampaign() {
    if (campaign == null) {
      campaign = campaigns.campaign(me.get(), uuid());
    }
    return campaign;
  }

  private UUID uuid() {
    return PageAddress.id(campaignId, ProblemCode.CAMPAIGN_UNKNOWN);
  }

  public String getCampaignId() {
    return campaignId;
  }

  public void setCampaignId(String campaignId) {
    this.campaignId = campaignId;
  }
}
