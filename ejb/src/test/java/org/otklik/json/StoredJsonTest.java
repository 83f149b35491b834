package org.otklik.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.vision.VisionSettings;

class VisionSettingsJsonTest {

  @Test
  void settingsReadAreThoseWritten() {
    VisionSettings written =
        VisionSettingsJson.read(
            "{\"scoreThreshold\": 0.7, \"leastFacePx\": 40, \"facesPerCall\": 8}");
    assertEquals(0.7, written.scoreThreshold());
    assertEquals(40, written.leastFacePx());
    assertEquals(8, written.facesPerCall());
    assertEquals(written, VisionSettingsJson.read(VisionSettingsJson.write(written)));
  }

  @Test
  void settingThatCameLaterHasItsStandardValue() {
    assertEquals(VisionSettings.STANDARD, VisionSettingsJson.read("{}"));
  }

  @Test
  void thresholdOfTheCardStaysTheCards() {
    String json = VisionSettingsJson.write(VisionSettings.STANDARD);
    assertEquals(VisionSettings.STANDARD, VisionSettingsJson.read(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"leastFacePx\": \"large\"}",
        "{\"facesPerFrame\": 1.5}",
        "{\"facesPerFrame\": null}",
        "{\"facesPerFrame\": 0}",
        "{\"leastFaceWidth\": 24}"
      })
  void settingThatCannotBeUsedIsRefusedAndNotPassedOver(String json) {
    assertThrows(IllegalStateException.class, () -> VisionSettingsJson.read(json));
  }
}
