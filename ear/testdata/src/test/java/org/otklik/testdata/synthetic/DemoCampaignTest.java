package org.otklik.testdata.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionGroup;
import org.otklik.testdata.video.VideoWriter.Format;

class DemoCampaignTest {
  private final List<DemoViewer> viewers = DemoCampaign.viewers();

  @Test
  void theViewersDifferAndReactInEveryWay() {
    assertTrue(viewers.size() >= 10);
    assertEquals(viewers.size(), viewers.stream().map(DemoViewer::code).distinct().count());
    assertEquals(1, viewers.stream().filter(v -> !v.hasFace()).count());
    assertEquals(1, viewers.stream().filter(v -> v.format() == Format.WEBM).count());
    assertEquals(1, viewers.stream().filter(v -> v.staging().rotationDegrees() == 90).count());
    long leaving =
        viewers.stream().filter(v -> v.hasFace() && !v.script().absences().isEmpty()).count();
    assertEquals(1, leaving);
    for (DemoViewer viewer : viewers) {
      assertEquals(List.of("ageGroup", "sex", "city"), List.copyOf(viewer.attributes().keySet()));
    }
  }

  @Test
  void mostSmileAtTheDanceAndTwoDislikeTheAd() {
    int amusedMs = 14_000;
    var groups =
        viewers.stream()
            .filter(DemoViewer::hasFace)
            .filter(v -> v.script().isPresentAt(amusedMs))
            .collect(
                Collectors.groupingBy(v -> v.script().groupAt(amusedMs), Collectors.counting()));
    assertTrue(groups.get(EmotionGroup.POSITIVE) >= 7, groups.toString());
    assertEquals(2, groups.get(EmotionGroup.NEGATIVE));
    assertEquals(1, groups.get(EmotionGroup.NEUTRAL));
  }

  @Test
  void aPictureIsTheSameWheneverItIsDrawn() {
    DemoViewer one = viewers.get(0);
    SyntheticViewer first =
        new SyntheticViewer(one.script(), one.look(), one.staging(), one.seed());
    SyntheticViewer second =
        new SyntheticViewer(one.script(), one.look(), one.staging(), one.seed());
    first.picture(40);
    assertArrayEquals(pixels(first.picture(5000)), pixels(second.picture(5000)));
    SyntheticCreative ad = new SyntheticCreative();
    byte[] once = pixels(ad.picture(16_200)).clone();
    ad.picture(3000);
    assertArrayEquals(once, pixels(ad.picture(16_200)));
  }

  @Test
  void theScenesFollowOneAnotherOverTheWholeAd() {
    int atMs = 0;
    for (CreativeScene scene : CreativeScene.values()) {
      assertEquals(atMs, scene.fromMs());
      atMs = scene.toMs();
    }
    assertEquals(SyntheticCreative.DURATION_MS, atMs);
  }

  private static byte[] pixels(BufferedImage picture) {
    return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }
}
