package org.otklik.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.otklik.it.TestGround;

class OtklikServerIT {
  @Test
  void comesBackOnItsDataAfterBeingKilled() throws Exception {
    ServerSettings settings =
        ServerSettings.of(TestGround.layout(), TestGround.newFolder("server"));
    OtklikServer killed = start(settings);
    Files.writeString(settings.media().resolve("kept"), "kept");
    killed.kill();
    assertFalse(killed.isAlive());
    try (OtklikServer again = start(settings)) {
      assertTrue(again.isAlive());
      assertTrue(Files.exists(settings.media().resolve("kept")));
    }
  }

  private static OtklikServer start(ServerSettings settings) throws Exception {
    return OtklikServer.start(
        settings, TestGround.database(), TestGround.guard(), TestGround.console());
  }
}
