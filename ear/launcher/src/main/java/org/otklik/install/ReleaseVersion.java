package org.otklik.install;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.platform.LaunchException;

/**
 * A version as the ZIP's name says it: 0.2.0.
 *
 * @param qualifier of what comes before a release, such as SNAPSHOT or rc1; empty for the release
 */
record ReleaseVersion(int major, int minor, int patch, String qualifier)
    implements Comparable<ReleaseVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-(\\S+))?");

  private static final Comparator<ReleaseVersion> ORDER =
      Comparator.comparingInt(ReleaseVersion::major)
          .thenComparingInt(ReleaseVersion::minor)
          .thenComparingInt(ReleaseVersion::patch)
          .thenComparing(version -> version.qualifier.isEmpty())
          .thenComparing(ReleaseVersion::qualifier);

  /**
   * @throws LaunchException when it has another form
   */
  static ReleaseVersion of(String text) throws LaunchException {
    Matcher version = FORM.matcher(text.strip());
    if (!version.matches()) {
      throw new LaunchException(
          "“" + text + "” is no version of Otklik: is the folder of data damaged?");
    }
    return new ReleaseVersion(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        Integer.parseInt(version.group(3)),
        version.group(4) == null ? "" : version.group(4));
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (qualifier.isEmpty() ? "" : "-" + qualifier);
  }
}
