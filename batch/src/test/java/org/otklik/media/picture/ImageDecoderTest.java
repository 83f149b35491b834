package org.otklik.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.image.UnreadableReason;
import org.otklik.media.ChildPatience;
import org.otklik.vision.image.Frame;

/** All in the real child process. The picture: left half red, right half blue, a white corner. */
class ImageDecoderTest {
  private static final ImageDecoder DECODER = ImageDecoder.standard();
  private static final int TOLERANCE = 12;

  @AfterAll
  static void end() {
    DECODER.close();
  }

  private static BufferedImage picture(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width / 4, height / 4);
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out), "nothing writes " + format);
    return out.toByteArray();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImageDecoderTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static void assertColour(Frame frame, double x, double y, Color expected) {
    int at = 3 * ((int) (y * frame.heightPx()) * frame.widthPx() + (int) (x * frame.widthPx()));
    int[] seen = {frame.bgr()[at + 2] & 0xff, frame.bgr()[at + 1] & 0xff, frame.bgr()[at] & 0xff};
    int[] wanted = {expected.getRed(), expected.getGreen(), expected.getBlue()};
    for (int i = 0; i < 3; i++) {
      assertEquals(wanted[i], seen[i], TOLERANCE, Arrays.toString(seen) + " at " + x + ", " + y);
    }
  }

  private static UnreadableReason refusal(byte[] content) {
    return assertThrows(UnreadableImageException.class, () -> DECODER.decode(content)).reason();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
  void formatIsRead(String format) throws Exception {
    Frame frame = DECODER.decode(written(picture(400, 200, BufferedImage.TYPE_INT_RGB), format));
    assertEquals(400, frame.widthPx());
    assertEquals(200, frame.sourceHeightPx());
    assertColour(frame, 0.1, 0.1, Color.WHITE);
    assertColour(frame, 0.1, 0.8, Color.RED);
    assertColour(frame, 0.9, 0.2, Color.BLUE);
  }

  @Test
  void tiffOf16BitsAChannelIsRead() throws Exception {
    Frame frame = DECODER.decode(resource("colour-16-bit.tif"));
    assertTrue(frame.widthPx() > 0);
  }

  @Test
  void jpegThatLacksOnlyItsEndMarkIsRead() throws Exception {
    byte[] jpeg = written(picture(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
    for (int cut : new int[] {1, 2}) {
      Frame frame = DECODER.decode(Arrays.copyOf(jpeg, jpeg.length - cut));
      assertColour(frame, 0.9, 0.9, Color.BLUE);
    }
    assertEquals(300, DECODER.decode(resource("jpeg-without-end-mark.jpg")).widthPx());
    for (int kept : new int[] {jpeg.length * 9 / 10, jpeg.length / 2}) {
      assertEquals(UnreadableReason.TRUNCATED, refusal(Arrays.copyOf(jpeg, kept)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void lineBreakBeforeAJpegIsOverlooked(String before) throws Exception {
    byte[] jpeg = written(picture(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(jpeg);
    assertColour(DECODER.decode(file.toByteArray()), 0.9, 0.9, Color.BLUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"happiness.webp", "happiness-cmyk.jpg"})
  void webpAndCmykAreRead(String name) throws Exception {
    Frame frame = DECODER.decode(resource(name));
    assertEquals(320, frame.widthPx());
    assertEquals(240, frame.heightPx());
    assertColour(frame, 0.02, 0.02, new Color(110, 120, 130));
  }

  @Test
  void progressiveJpegIsRead() throws Exception {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      BufferedImage image = picture(400, 200, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    assertColour(DECODER.decode(out.toByteArray()), 0.9, 0.5, Color.BLUE);
  }

  /** Middle grey stays what it is: Java alone would take it for light and make 188 of 128. */
  @ParameterizedTest
  @CsvSource({"png, 10", "jpeg, 10", "png, 11"}) // TYPE_BYTE_GRAY, TYPE_USHORT_GRAY
  void greyKeepsItsLevels(String format, int type) throws Exception {
    BufferedImage image = new BufferedImage(64, 64, type);
    int[] level = new int[64 * 64];
    Arrays.fill(level, type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 128 * 257);
    image.getRaster().setSamples(0, 0, 64, 64, 0, level);
    assertColour(DECODER.decode(written(image, format)), 0.5, 0.5, new Color(128, 128, 128));
  }

  @Test
  void transparentPixelsStandBeforeWhite() throws Exception {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    image.createGraphics().fillRect(0, 0, 0, 0);
    assertColour(DECODER.decode(written(image, "png")), 0.5, 0.5, Color.WHITE);
  }

  @Test
  void paletteIsRead() throws Exception {
    BufferedImage indexed = picture(200, 100, BufferedImage.TYPE_BYTE_INDEXED);
    assertColour(DECODER.decode(written(indexed, "png")), 0.9, 0.5, Color.BLUE);
  }

  /** Where the white corner, top left in the file, is to be seen, and where blue is. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0.1, 0.9, 0.5", "2, 0.9, 0.1, 0.1, 0.5", "3, 0.9, 0.9, 0.1, 0.5",
    "4, 0.1, 0.9, 0.9, 0.5", "5, 0.1, 0.1, 0.5, 0.9", "6, 0.9, 0.1, 0.5, 0.9",
    "7, 0.9, 0.9, 0.5, 0.1", "8, 0.1, 0.9, 0.5, 0.1"
  })
  void pictureIsTurnedUpright(
      int orientation, double whiteX, double whiteY, double blueX, double blueY) throws Exception {
    byte[] upright = written(picture(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
    Frame frame = DECODER.decode(ExifFixture.withOrientation(upright, orientation));
    assertEquals(orientation > 4 ? 200 : 400, frame.widthPx());
    assertEquals(orientation > 4 ? 400 : 200, frame.sourceHeightPx());
    assertColour(frame, whiteX, whiteY, Color.WHITE);
    assertColour(frame, blueX, blueY, Color.BLUE);
  }

  @ParameterizedTest
  @CsvSource({"4000, 3000, 1280, 960", "3000, 4000, 960, 1280", "9000, 60, 1280, 9"})
  void largePictureIsMadeSmaller(int width, int height, int toWidth, int toHeight)
      throws Exception {
    Frame frame =
        DECODER.decode(written(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));
    assertEquals(toWidth, frame.widthPx());
    assertEquals(toHeight, frame.heightPx(), 1);
    assertEquals(width, frame.sourceWidthPx());
    assertColour(frame, 0.9, 0.5, Color.BLUE);
  }

  @Test
  void whatIsNoPictureHasItsReason() throws Exception {
    byte[] jpeg = written(picture(400, 200, BufferedImage.TYPE_INT_RGB), "jpeg");
    byte[] png = written(picture(400, 200, BufferedImage.TYPE_INT_RGB), "png");
    assertEquals(UnreadableReason.EMPTY, refusal(new byte[0]));
    assertEquals(
        UnreadableReason.NOT_A_PICTURE, refusal("Dear viewer".repeat(9).getBytes("UTF-8")));
    assertEquals(UnreadableReason.TRUNCATED, refusal(Arrays.copyOf(jpeg, jpeg.length / 2)));
    assertEquals(UnreadableReason.TRUNCATED, refusal(Arrays.copyOf(png, png.length / 2)));
    assertEquals(UnreadableReason.FORMAT_UNSUPPORTED, refusal(heif("heic")));
    assertEquals(UnreadableReason.FORMAT_UNSUPPORTED, refusal(heif("avif")));
    Arrays.fill(png, 60, png.length - 20, (byte) 7);
    assertEquals(UnreadableReason.DAMAGED, refusal(png));
  }

  private static byte[] heif(String brand) {
    return ("\0\0\0\u0020ftyp" + brand + "\0\0\0\0mif1").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A PNG's header says 30,000 x 30,000; nothing of that size is ever made. */
  @Test
  void pictureOfTooManyPixelsIsRefusedByItsHeader() throws Exception {
    byte[] png = written(new BufferedImage(30_000, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
    assertEquals(UnreadableReason.TOO_LARGE, refusal(png));
  }

  @Test
  void nextPictureIsReadAfterOneThatEndedTheChild() throws Exception {
    byte[] good = written(picture(40, 20, BufferedImage.TYPE_INT_RGB), "png");
    try (ImageDecoder decoder = ImageDecoder.with(ImageDecodeLimits.STANDARD, CrashingMain.class)) {
      UnreadableImageException crash =
          assertThrows(UnreadableImageException.class, () -> decoder.decode(new byte[] {3}));
      assertEquals(UnreadableReason.TOO_LARGE, crash.reason());
      assertThrows(UnreadableImageException.class, () -> decoder.decode(new byte[] {9}));
    }
    DECODER.decode(good);
  }

  @Test
  void pictureThatTakesForeverIsGivenUp() {
    try (ImageDecoder decoder = ImageDecoder.with(patience(1, 300), BusyMain.class)) {
      UnreadableImageException given =
          assertThrows(UnreadableImageException.class, () -> decoder.decode(new byte[] {1}));
      assertEquals(UnreadableReason.TIMED_OUT, given.reason());
    }
  }

  @Test
  void pictureWhoseChildIsNotLetWorkForAWhileIsRead() throws Exception {
    byte[] good = written(picture(40, 20, BufferedImage.TYPE_INT_RGB), "png");
    ImageDecodeLimits limits = patience(LateMain.LATE_S - 1, 300);
    try (ImageDecoder decoder = ImageDecoder.with(limits, LateMain.class)) {
      assertEquals(40, decoder.decode(good).widthPx());
    }
  }

  @Test
  void childThatIsNeverLetWorkSaysNothingOfThePicture() {
    try (ImageDecoder decoder = ImageDecoder.with(patience(30, 1), SilentMain.class)) {
      assertThrows(DecoderLostException.class, () -> decoder.decode(new byte[] {1}));
    }
  }

  @Test
  void childThatIsKilledAgainAndAgainSaysNothingOfThePicture() {
    try (ImageDecoder decoder = ImageDecoder.with(ImageDecodeLimits.STANDARD, CrashingMain.class)) {
      assertThrows(DecoderLostException.class, () -> decoder.decode(new byte[] {(byte) 137}));
    }
  }

  @Test
  void pictureWhoseChildIsKilledIsReadByTheNextOne() throws Exception {
    byte[] good = written(picture(40, 20, BufferedImage.TYPE_INT_RGB), "png");
    try (ImageDecoder decoder = ImageDecoder.standard()) {
      decoder.decode(good);
      ProcessHandle child = ProcessHandle.of(decoder.pid()).orElseThrow();
      child.destroyForcibly();
      child.onExit().get(20, TimeUnit.SECONDS);
      assertEquals(40, decoder.decode(good).widthPx());
    }
  }

  private static ImageDecodeLimits patience(int workSeconds, int stallSeconds) {
    return ImageDecodeLimits.STANDARD.withPatience(
        new ChildPatience(Duration.ofSeconds(workSeconds), Duration.ofSeconds(stallSeconds)));
  }

  /** Ends with the status that the picture names. */
  static final class CrashingMain {
    public static void main(String[] args) throws IOException {
      DataInputStream in = new DataInputStream(System.in);
      in.readInt();
      Runtime.getRuntime().halt(in.readByte() & 0xff);
    }
  }

  /** Works and never says so. */
  static final class BusyMain {
    public static void main(String[] args) {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Does nothing for a while, as a process that the system does not let work. */
  static final class LateMain {
    static final int LATE_S = 6;

    public static void main(String[] args) throws Exception {
      Thread.sleep(1000L * LATE_S);
      ImageDecoderMain.main(args);
    }
  }

  /** Waits until its input ends, which is when it is killed. */
  static final class SilentMain {
    public static void main(String[] args) throws IOException {
      System.in.readAllBytes();
    }
  }
}
