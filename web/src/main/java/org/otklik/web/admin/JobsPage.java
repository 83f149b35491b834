package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.administration.JobLine;
import org.otklik.administration.JobService;
import org.otklik.administration.NodeLine;
import org.otklik.web.portal.PageProblems;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code admin-jobs.xhtml}: what waits, runs and has ended. */
@Named
@RequestScoped
public class JobsPage {
  private static final int MAX_JOBS = 100;

  @Inject private JobService jobs;
  @Inject private CurrentActor me;
  @Inject private PageProblems problems;
  @Inject private Wording wording;

  private List<JobLine> lines;
  private List<NodeLine> nodes;

  public List<JobLine> getJobs() {
    if (lines == null) {
      lines = jobs.jobs(me.get(), MAX_JOBS);
    }
    return lines;
  }

  /** None where there is one server only: then there is nothing to tell. */
  public List<NodeLine> getNodes() {
    if (nodes == null) {
      List<NodeLine> all = jobs.nodes(me.get());
      nodes = all.size() > 1 ? all : List.of();
    }
    return nodes;
  }

  /** While one is, the page looks again by itself. */
  public boolean isBusy() {
    return getJobs().stream().anyMatch(JobLine::isOpen);
  }

  public void refresh() {
    lines = null;
  }

  public void stop(long id) {
    act("job.stopped", () -> jobs.stop(me.get(), id));
  }

  public void restart(long id) {
    act("job.restarted", () -> jobs.restart(me.get(), id));
  }

  private void act(String sentence, Runnable act) {
    lines = null;
    if (problems.told(act)) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null, new FacesMessage(FacesMessage.SEVERITY_INFO, wording.of(sentence), null));
    }
  }

  /** In a sentence. */
  public String why(JobLine job) {
    return job.failure() == null ? wording.of("job.failed") : wording.problem(job.failure());
  }
}
