package org.otklik.media.decoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.otklik.media.decoder.UprightScaler.UprightFrame;

class UprightFrameTest {

  @Test
  void frameOfAnotherSizeStandsInTheMiddleOfTheFirstOne() {
    UprightSize first = UprightSize.ofLongSide(16, 8, 1, 0, 640);
    UprightSize own = UprightSize.ofLongSide(8, 16, 1, 0, 640).inside(first);
    assertEquals(4, own.widthPx());
    assertEquals(8, own.heightPx());
    byte[] white = new byte[3 * 4 * 8];
    Arrays.fill(white, (byte) 255);
    UprightFrame shown = new UprightFrame(own, white).within(first);
    assertEquals(first, shown.size());
    byte[] row = new byte[3 * 16];
    Arrays.fill(row, 3 * 6, 3 * 10, (byte) 255);
    for (int y = 0; y < 8; y++) {
      assertArrayEquals(row, Arrays.copyOfRange(shown.bgr(), y * 48, (y + 1) * 48));
    }
  }

  @Test
  void turnThatWasAskedForComesAfterTheFilesOwn() {
    assertEquals(new Orientation(true, 90), new Orientation(true, 270).turned(180));
  }
}
