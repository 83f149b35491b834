package org.otklik.report.request;

/** The kinds of files a report comes in. */
public enum ReportFormat {
  PDF("application/pdf", "pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** One file a table, packed together. */
  CSV("application/zip", "csv.zip"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");

  private final String mediaType;
  private final String ending;

  ReportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  public String ending() {
    return ending;
  }
}
