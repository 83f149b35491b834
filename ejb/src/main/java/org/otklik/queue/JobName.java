package org.otklik.queue;

/** The batch jobs; {@link #id()} is the name of the job XML. */
public enum JobName {
  ANALYSE_RECORDING("analyse-recording", "runId"),
  SUMMARISE_CREATIVE("summarise-creative", "creativeId"),
  CREATE_REPORT("create-report", "reportId"),
  ANALYSE_IMAGES("analyse-images", "batchId"),
  DELIVER_REPORTS("deliver-reports", "scheduleRunId"),
  PREPARE_VIDEO("prepare-video", "videoId"),
  CREATE_DEMO("create-demo", "campaignId");

  private final String id;
  private final String subjectParameter;

  JobName(String id, String subjectParameter) {
    this.id = id;
    this.subjectParameter = subjectParameter;
  }

  public String id() {
    return id;
  }

  /** Nobody waits for it: it starts when nothing else is to. */
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
