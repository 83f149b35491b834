package org.otklik.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.SummaryService;
import org.otklik.clip.ClipService;
import org.otklik.image.ImageService;
import org.otklik.problem.ProblemCode;
import org.otklik.queue.JobRequest;
import org.otklik.report.ReportService;
import org.otklik.schedule.DeliveryService;
import org.otklik.trailer.video.TrailerVideoService;
import org.otklik.video.VideoCopyService;

/** Tells the one who waits for a job that it failed. */
@ApplicationScoped
class JobFailureHandler {
  @Inject private AnalysisService analysis;
  @Inject private SummaryService summaries;
  @Inject private ReportService reports;
  @Inject private ImageService images;
  @Inject private DeliveryService deliveries;
  @Inject private VideoCopyService videos;
  @Inject private TrailerVideoService trailers;
  @Inject private ClipService clips;

  void tell(JobRequest ticket) {
    switch (ticket.name()) {
      case ANALYSE_RECORDING ->
          analysis.fail(ticket.subjectId(), reason(ticket, ProblemCode.ANALYSIS_BROKE));
      case CREATE_REPORT ->
          reports.fail(ticket.subjectId(), reason(ticket, ProblemCode.REPORT_BROKE));
      case ANALYSE_IMAGES ->
          images.fail(ticket.subjectId(), reason(ticket, ProblemCode.IMAGES_BROKE));
      case DELIVER_REPORTS -> deliveries.fail(ticket.subjectId());
      case PREPARE_VIDEO -> videos.fail(ticket.subjectId(), ProblemCode.FILM_COPY_BROKE);
      case CUT_TRAILER ->
          trailers.fail(ticket.subjectId(), reason(ticket, ProblemCode.TRAILER_VIDEO_BROKE));
      case CUT_CLIP -> clips.fail(ticket.subjectId(), reason(ticket, ProblemCode.CLIP_BROKE));
      // Its page no longer says that videos will come, and it can be asked for again.
      case CREATE_DEMO -> {}
      // The next night deletes what is due by then, and administrators see the failed job.
      case APPLY_RETENTION -> {}
      case SUMMARISE_CREATIVE -> summaries.failCreative(ticket.subjectId());
    }
  }

  private static ProblemCode reason(JobRequest ticket, ProblemCode otherwise) {
    return ticket.isStopWanted() ? ProblemCode.JOB_STOPPED : otherwise;
  }
}
