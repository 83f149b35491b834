package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseVersionTest {
  @Test
  void versionsFollowEachOtherByNumbersAndSnapshotsComeBeforeTheirRelease() {
    List<String> order =
        List.of("0.1.0-SNAPSHOT", "0.1.0", "0.1.1", "0.2.0-SNAPSHOT", "0.2.0", "0.10.0", "1.0.0");
    assertEquals(
        order,
        Stream.of("1.0.0", "0.10.0", "0.2.0", "0.1.0", "0.2.0-SNAPSHOT", "0.1.1", "0.1.0-SNAPSHOT")
            .map(ReleaseVersion::of)
            .sorted()
            .map(ReleaseVersion::toString)
            .toList());
    assertThrows(IllegalArgumentException.class, () -> ReleaseVersion.of("latest"));
  }
}
