package org.otklik.queue;

/** The batch jobs; {@link #id()} is the name of the job XML. */
public enum JobName {
  ANALYSE_RECORDING("analyse-recording", "runId", JobLane.LONG),
  SUMMARISE_CREATIVE("summarise-creative", "creativeId", JobLane.SHORT),
  CREATE_REPORT("create-report", "reportId", JobLane.SHORT),
  ANALYSE_IMAGES("analyse-images", "batchId", JobLane.LONG),
  DELIVER_REPORTS("deliver-reports", "scheduleRunId", JobLane.SHORT),
  PREPARE_VIDEO("prepare-video", "videoId", JobLane.LONG),
  CUT_TRAILER("cut-trailer", "trailerVideoId", JobLane.LONG),
  CUT_CLIP("cut-clip", "clipId", JobLane.LONG),
  CREATE_DEMO("create-demo", "campaignId", JobLane.SHORT),
  APPLY_RETENTION("apply-retention", "retentionNightId", JobLane.SHORT);

  private final String id;
  private final String subjectParameter;
  private final JobLane lane;

  JobName(String id, String subjectParameter, JobLane lane) {
    this.id = id;
    this.subjectParameter = subjectParameter;
    this.lane = lane;
  }

  public String id() {
    return id;
  }

  public JobLane lane() {
    return lane;
  }

  /** Nobody waits for it: it starts when nothing else is to, or has waited for an hour. */
  public boolean isBackground() {
    return this == PREPARE_VIDEO;
  }

  /** Name of the job parameter that carries the subject's key. */
  public String subjectParameter() {
    return subjectParameter;
  }

  public static JobName of(String id) {
    for (JobName name : values()) {
      if (name.id.equals(id)) {
        return name;
      }
    }
    throw new IllegalArgumentException("No such job: " + id);
  }
}
