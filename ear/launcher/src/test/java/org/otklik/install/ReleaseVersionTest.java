package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.platform.LaunchException;

class ReleaseVersionTest {
  @Test
  void versionsFollowEachOtherByNumbersAndAReleaseComesAfterWhatLedToIt() throws LaunchException {
    List<ReleaseVersion> order = new ArrayList<>();
    for (String text :
        List.of(
            "0.1.0-SNAPSHOT",
            "0.1.0",
            "0.1.1",
            "0.2.0-rc1",
            "0.2.0-rc2",
            "0.2.0",
            "0.10.0",
            "1.0.0")) {
      order.add(ReleaseVersion.of(text));
      assertEquals(text, order.get(order.size() - 1).toString());
    }
    List<ReleaseVersion> shuffled = new ArrayList<>(order);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertEquals(order, shuffled);
    assertThrows(LaunchException.class, () -> ReleaseVersion.of("latest"));
  }
}
