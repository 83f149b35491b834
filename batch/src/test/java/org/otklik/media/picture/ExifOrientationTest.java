package org.otklik.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {
  private static final byte[] PREAMBLE = text("Exif\0\0");

  @ParameterizedTest
  @EnumSource(
      value = ImageFormat.class,
      names = {"JPEG", "PNG", "WEBP", "TIFF"})
  void isFoundInEveryFormatThatNotesIt(ImageFormat format) {
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] little = picture(format, tiff(ByteOrder.LITTLE_ENDIAN, orientation));
      assertEquals(orientation, ExifOrientation.of(format, little));
      byte[] big = picture(format, tiff(ByteOrder.BIG_ENDIAN, orientation));
      assertEquals(orientation, ExifOrientation.of(format, big));
    }
  }

  @Test
  void isFoundInWebpWithThePreambleOfJpeg() {
    byte[] exif = joined(PREAMBLE, tiff(ByteOrder.BIG_ENDIAN, 6));
    assertEquals(6, ExifOrientation.of(ImageFormat.WEBP, webp(exif)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 0xffff})
  void whatIsNoOrientationCountsAsUpright(int orientation) {
    byte[] picture = picture(ImageFormat.JPEG, tiff(ByteOrder.BIG_ENDIAN, orientation));
    assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.of(ImageFormat.JPEG, picture));
  }

  /** No picture is refused for its metadata: cut off anywhere, and with any byte changed. */
  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void malformedCountsAsUprightOrAsFound(ImageFormat format) {
    byte[] whole = picture(format, tiff(ByteOrder.BIG_ENDIAN, 6));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = new byte[length];
      System.arraycopy(whole, 0, cut, 0, length);
      assertOrientation(ExifOrientation.of(format, cut));
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] = (byte) 0xff;
      assertOrientation(ExifOrientation.of(format, changed));
    }
  }

  private static void assertOrientation(int found) {
    assertEquals(Math.max(1, Math.min(8, found)), found);
  }

  private static byte[] picture(ImageFormat format, byte[] tiff) {
    return switch (format) {
      case PNG -> png(tiff);
      case WEBP -> webp(tiff);
      case TIFF -> tiff;
      default -> jpeg(tiff);
    };
  }

  /** A directory of one entry. */
  private static byte[] tiff(ByteOrder order, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    tiff.put(text(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    return tiff.putShort((short) orientation).putShort((short) 0).putInt(0).array();
  }

  /** A segment with a comment, one with the Exif, and the beginning of the picture's own data. */
  private static byte[] jpeg(byte[] tiff) {
    ByteBuffer jpeg = ByteBuffer.allocate(40 + tiff.length);
    jpeg.putShort((short) 0xffd8).putShort((short) 0xfffe).putShort((short) 4).put(text("hi"));
    jpeg.putShort((short) 0xffe1).putShort((short) (8 + tiff.length)).put(PREAMBLE).put(tiff);
    jpeg.putShort((short) 0xffda).putShort((short) 2);
    return jpeg.array();
  }

  private static byte[] png(byte[] tiff) {
    ByteBuffer png = ByteBuffer.allocate(57 + tiff.length);
    png.putLong(0x89504e470d0a1a0aL);
    png.putInt(13).put(text("IHDR")).putInt(1).putInt(1).put(new byte[] {8, 2, 0, 0, 0}).putInt(0);
    png.putInt(tiff.length).put(text("eXIf")).put(tiff).putInt(0);
    png.putInt(0).put(text("IEND")).putInt(0);
    return png.array();
  }

  private static byte[] webp(byte[] exif) {
    ByteBuffer webp = ByteBuffer.allocate(32 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
    webp.put(text("RIFF")).putInt(24 + exif.length).put(text("WEBP"));
    webp.put(text("ICCP")).putInt(4).put(text("none"));
    webp.put(text("EXIF")).putInt(exif.length).put(exif);
    return webp.array();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
