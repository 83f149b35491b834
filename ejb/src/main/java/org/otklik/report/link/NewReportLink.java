package org.otklik.report.link;

/**
 * A link just made.
 *
 * @param token the secret part of its address; known now and never again
 */
public record NewReportLink(ReportLink link, String token) {
  @Override
  public String toString() {
    return "NewReportLink[" + link.publicId() + "]"; // never the token
  }
}
