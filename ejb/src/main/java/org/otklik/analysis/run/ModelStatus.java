package org.otklik.analysis.run;

import java.util.List;

/**
 * Which emotion models a campaign's figures come from.
 *
 * @param current what the server analyses with
 * @param used those of the completed analyses that count, by name; several are not comparable
 * @param outdated how many recordings were analysed with another than the current one
 * @param waiting how many recordings are being analysed anew, or have been and wait for the others
 *     of their creative
 * @param analysed how many of them have been
 */
public record ModelStatus(
    String current, List<String> used, int outdated, int waiting, int analysed) {

  /** Whether figures of a superseded model are shown. */
  public boolean isOutdated() {
    return outdated > 0;
  }

  /** Whether figures of several models stand together. */
  public boolean isMixed() {
    return used.size() > 1;
  }

  /** Whether the campaign is being analysed anew. */
  public boolean isUnderWay() {
    return waiting > 0;
  }
}
