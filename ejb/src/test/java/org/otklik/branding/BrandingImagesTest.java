package org.otklik.branding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class BrandingImagesTest {
  private static final byte[] SENT = {1, 2, 3};

  @Test
  void keepsALogoAsPngAndACoverAsJpegWrittenAnew() throws IOException {
    BrandingImages pictures = new BrandingImages(sent -> image(200, 60, Color.RED));
    byte[] logo = pictures.of(BrandingImage.LOGO, new ByteArrayInputStream(SENT));
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(logo, 4));
    byte[] cover = pictures.of(BrandingImage.COVER, new ByteArrayInputStream(SENT));
    assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, Arrays.copyOf(cover, 2));
  }

  @Test
  void refusesALogoThatIsNotSeenOnWhite() {
    assertRefused(ProblemCode.IMAGE_INVISIBLE, image(200, 60, new Color(250, 250, 252)), SENT);
  }

  @Test
  void refusesWhatIsTooSmallToBeSeen() {
    assertRefused(ProblemCode.IMAGE_TOO_SMALL, image(200, 15, Color.RED), SENT);
  }

  @Test
  void readsNoMoreThanTheLimit() {
    byte[] large = new byte[BrandingImage.LOGO.maxBytes() + 1];
    assertRefused(ProblemCode.IMAGE_TOO_LARGE, image(200, 60, Color.RED), large);
  }

  private static void assertRefused(ProblemCode code, BufferedImage read, byte[] sent) {
    BrandingImages pictures = new BrandingImages(any -> read);
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> pictures.of(BrandingImage.LOGO, new ByteArrayInputStream(sent)));
    assertEquals(code, refused.code());
  }

  private static BufferedImage image(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return image;
  }
}
