package org.otklik.install;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as the ZIP's name says it: 0.2.0, or 0.2.0-SNAPSHOT, which comes before. */
record ReleaseVersion(int major, int minor, int patch, boolean isSnapshot)
    implements Comparable<ReleaseVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-SNAPSHOT)?");

  /**
   * @throws IllegalArgumentException when it has another form
   */
  static ReleaseVersion of(String text) {
    Matcher version = FORM.matcher(text.strip());
    if (!version.matches()) {
      throw new IllegalArgumentException("No version: " + text);
    }
    return new ReleaseVersion(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        Integer.parseInt(version.group(3)),
        version.group(4) != null);
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    int[] order = {
      Integer.compare(major, other.major),
      Integer.compare(minor, other.minor),
      Integer.compare(patch, other.patch),
      Boolean.compare(other.isSnapshot, isSnapshot)
    };
    for (int one : order) {
      if (one != 0) {
        return one;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (isSnapshot ? "-SNAPSHOT" : "");
  }
}
