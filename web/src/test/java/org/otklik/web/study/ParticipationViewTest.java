package org.otklik.web.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticipationViewTest {
  @Test
  void returnAddressHasWhatTheLinkBroughtAndNothingElse() {
    assertEquals(
        "https://panel.example/done?pid=a+b%26c%7B&none=",
        ParticipationView.filled(
            "https://panel.example/done?pid={pid}&none={none}", Map.of("pid", "a b&c{")));
    assertNull(ParticipationView.filled(null, Map.of()));
  }
}
