package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.overview.CreativePreview;

class PreviewChartTest {
  @Test
  void curveRunsFromEdgeToEdgeAndHigherIsMore() {
    PreviewChart glance = glance(0.0, 1.0, 0.5);
    assertEquals("M0.0 39.0 L100.0 1.0 L200.0 20.0 ", glance.line());
    assertEquals(1, glance.peak());
    assertEquals(1, glance.peakSecond());
  }

  @Test
  void curveIsBrokenWhereNobodyWasObserved() {
    assertEquals("M0.0 39.0 M133.3 39.0 L200.0 39.0 ", glance(0.0, null, 0.0, 0.0).line());
  }

  @Test
  void thereIsNoCurveOfOneSecond() {
    assertFalse(glance().hasCurve());
    assertFalse(glance(0.5).hasCurve());
    assertFalse(glance(null, 0.5).hasCurve());
  }

  @Test
  void posterNamesItsCreativeAndSecond() {
    UUID creative = new UUID(0, 7);
    assertEquals(
        "/api/v1/creatives/" + creative + "/thumbnails/3",
        new PreviewChart(new CreativePreview(creative, 3, Arrays.asList())).poster());
    assertNull(glance().poster());
  }

  private static PreviewChart glance(Double... shares) {
    return new PreviewChart(new CreativePreview(new UUID(0, 7), null, Arrays.asList(shares)));
  }
}
