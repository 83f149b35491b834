package org.otklik.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes into a JPEG how the camera was held. */
final class ExifFixture {
  private ExifFixture() {}

  /** One segment APP1 with a big-endian TIFF of one entry, right behind the JPEG's beginning. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34);
    segment.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    segment.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    return ByteBuffer.allocate(jpeg.length + segment.capacity())
        .put(jpeg, 0, 2)
        .put(segment.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }
}
