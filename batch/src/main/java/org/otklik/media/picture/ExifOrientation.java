package org.otklik.media.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The orientation that a camera notes in a picture (Exif 2.32, tag 0x0112): 1 upright … 8. Whatever
 * is malformed counts as upright: no picture is refused for its metadata.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;

  private static final int MOST = 8;
  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  static int of(PictureFormat format, byte[] content) {
    try {
      ByteBuffer exif =
          switch (format) {
            case JPEG -> inJpeg(ByteBuffer.wrap(content));
            case PNG -> inPng(ByteBuffer.wrap(content));
            case WEBP -> inWebp(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
            case TIFF -> ByteBuffer.wrap(content);
            case BMP, GIF, HEIF -> null;
          };
      return exif == null ? UPRIGHT : orientation(exif);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  /** The segments before the picture's own data: marker, length with itself, content. */
  private static ByteBuffer inJpeg(ByteBuffer in) {
    in.position(2);
    while (in.remaining() > 4) {
      int marker = in.getShort() & 0xffff;
      int length = (in.getShort() & 0xffff) - 2;
      if (marker == 0xffda) {
        return null;
      }
      if (marker == 0xffe1 && text(in, 4).equals("Exif")) {
        return in.slice(in.position() + 6, length - 6);
      }
      in.position(in.position() + length);
    }
    return null;
  }

  /** Chunks: length, name, content, CRC. */
  private static ByteBuffer inPng(ByteBuffer in) {
    in.position(8);
    while (in.remaining() > 12) {
      int length = in.getInt();
      String name = text(in, 4);
      in.position(in.position() + 4);
      if (name.equals("eXIf")) {
        return in.slice(in.position(), length);
      }
      in.position(Math.addExact(in.position(), Math.addExact(length, 4)));
    }
    return null;
  }

  /** RIFF chunks: name, length, content padded to an even length. */
  private static ByteBuffer inWebp(ByteBuffer in) {
    in.position(12);
    while (in.remaining() > 8) {
      String name = text(in, 4);
      int length = in.getInt(in.position() + 4);
      in.position(in.position() + 8);
      if (name.equals("EXIF")) {
        boolean prefixed = text(in, 4).equals("Exif"); // some writers keep the prefix of JPEG
        return in.slice(in.position() + (prefixed ? 6 : 0), length - (prefixed ? 6 : 0));
      }
      in.position(Math.addExact(in.position(), length + (length & 1)));
    }
    return null;
  }

  /** A TIFF header, then at its offset the first directory: a count and entries of 12 bytes. */
  private static int orientation(ByteBuffer tiff) {
    boolean little = tiff.get(0) == 'I';
    tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[Math.min(length, in.remaining())];
    in.duplicate().get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
