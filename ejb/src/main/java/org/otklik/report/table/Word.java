package org.otklik.report.table;

import org.otklik.report.wording.ReportWording;

/**
 * A cell with a name of ours.
 *
 * @param prefix of its key in the wording, with the dot
 * @param key its name for machines
 */
record Word(String prefix, String key) implements Worded {

  @Override
  public String in(ReportWording wording) {
    return wording.title(prefix, key).orElse(key);
  }

  /** For machines. */
  @Override
  public String toString() {
    return key;
  }
}
