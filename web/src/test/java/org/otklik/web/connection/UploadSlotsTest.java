package org.otklik.web.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UploadSlotsTest {
  @Test
  void oneUserLeavesRoomForOthers() {
    UploadSlots slots = new UploadSlots(16);
    for (int i = 0; i < UploadSlots.MAX_OF_USER; i++) {
      assertTrue(slots.take("anna"));
    }
    assertFalse(slots.take("anna"));
    assertTrue(slots.take("boris"));
    slots.giveBack("anna");
    assertTrue(slots.take("anna"));
  }

  @Test
  void allTogetherLeaveThreadsForPages() {
    UploadSlots slots = new UploadSlots(2);
    assertTrue(slots.take("anna"));
    assertTrue(slots.take("boris"));
    assertFalse(slots.take("clara"));
    slots.giveBack("boris");
    assertTrue(slots.take("clara"));
  }
}
