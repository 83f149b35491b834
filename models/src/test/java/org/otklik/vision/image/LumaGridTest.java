package org.otklik.vision.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LumaGridTest {

  @Test
  void cellIsTheMeanOfItsPixelsGreen() {
    byte[] bgr = new byte[3 * 640 * 362];
    for (int y = 8; y < 16; y++) {
      for (int x = 16; x < 24; x++) {
        bgr[3 * (y * 640 + x) + 1] = (byte) (x < 20 ? 200 : 100);
      }
    }
    LumaGrid grid = LumaGrid.of(new Frame(0, 640, 362, 1280, 724, bgr));
    assertEquals(80, grid.columns());
    assertEquals(45, grid.rows());
    assertEquals(16, grid.sourceCellPx());
    assertEquals(150, grid.level(2, 1));
    assertEquals(0, grid.level(1, 1));
    assertEquals(0, grid.level(2, 2));
  }
}
