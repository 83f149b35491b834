package org.otklik.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.analysis.group.ViewerGroup;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.Polarity;
import org.otklik.report.request.ComparedGroups;
import org.otklik.vision.VisionSettings;

class StoredJsonTest {

  @Test
  void settingsReadAreThoseWritten() {
    VisionSettings written =
        settings("{\"scoreThreshold\": 0.7, \"leastFacePx\": 40, \"facesPerCall\": 8}");
    assertEquals(0.7, written.scoreThreshold());
    assertEquals(40, written.leastFacePx());
    assertEquals(8, written.facesPerCall());
    assertEquals(written, settings(StoredJson.write(written)));
  }

  @Test
  void settingThatCameLaterHasItsStandardValue() {
    assertEquals(VisionSettings.STANDARD, settings("{}"));
  }

  @Test
  void thresholdOfTheCardStaysTheCards() {
    String json = StoredJson.write(VisionSettings.STANDARD);
    assertEquals(VisionSettings.STANDARD, settings(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"leastFacePx\": \"large\"}",
        "{\"leastFacePx\": \"40\"}",
        "{\"facesPerFrame\": 1.5}",
        "{\"facesPerFrame\": null}",
        "{\"facesPerFrame\": 0}",
        "{\"leastFaceWidth\": 24}",
        "[]"
      })
  void settingThatCannotBeUsedIsRefusedAndNotPassedOver(String json) {
    assertThrows(IllegalStateException.class, () -> settings(json));
  }

  @Test
  void polarityIsAnObjectByEmotion() {
    String json = StoredJson.write(Polarity.STANDARD);
    assertEquals("NEGATIVE", StoredJson.attributes(json).get("SADNESS"));
    assertEquals(Emotion.values().length, StoredJson.attributes(json).size());
    assertEquals(Polarity.STANDARD, StoredJson.read(json, Polarity.class));
  }

  @Test
  void polarityThatLacksAnEmotionIsRefused() {
    assertThrows(
        IllegalStateException.class,
        () -> StoredJson.read("{\"SADNESS\": \"NEGATIVE\"}", Polarity.class));
  }

  @Test
  void comparedGroupsReadAreThoseWritten() {
    ComparedGroups groups =
        new ComparedGroups(
            new ViewerGroup(UUID.randomUUID(), Map.of()),
            new ViewerGroup(
                null, Map.of("age", List.of("25-34", "35-44"), "пол", List.of("женский")), true));
    assertEquals(groups, StoredJson.read(StoredJson.write(groups), ComparedGroups.class));
  }

  private static VisionSettings settings(String json) {
    return StoredJson.read(json, VisionSettings.class);
  }
}
