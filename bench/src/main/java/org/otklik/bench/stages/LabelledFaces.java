package org.otklik.bench.stages;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * FER2013 as NumPy keeps it: {@code X}, uint8 (n, 48, 48), and {@code Y}, int32 or int64 (n), in
 * the order of the emotions.
 *
 * @param grey one face after the other, rows packed
 * @param labels one a face
 */
record LabelledFaces(byte[] grey, int[] labels) {

  static final int SIDE_PX = 48;

  /** Reads an {@code .npz} file. */
  static LabelledFaces read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] grey = values(zip, "X.npy");
      ByteBuffer y = ByteBuffer.wrap(values(zip, "Y.npy")).order(ByteOrder.LITTLE_ENDIAN);
      int[] labels = new int[grey.length / (SIDE_PX * SIDE_PX)];
      int width = y.capacity() / labels.length;
      for (int i = 0; i < labels.length; i++) {
        labels[i] = width == 1 ? y.get(i) : y.getInt(i * width); // they are small: low bytes first
      }
      return new LabelledFaces(grey, labels);
    }
  }

  /** The array of a file in NumPy's format 1 or 2, without its header. */
  private static byte[] values(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " holds no " + name);
    }
    try (InputStream stream = zip.getInputStream(entry);
        DataInputStream input = new DataInputStream(stream)) {
      byte[] magic = input.readNBytes(8);
      int length = Short.toUnsignedInt(Short.reverseBytes(input.readShort()));
      if (magic[6] != 1) {
        input.readShort(); // from version 2 on the length has four bytes; headers are short
      }
      String header = new String(input.readNBytes(length), StandardCharsets.US_ASCII);
      if (header.contains("'fortran_order': True")) {
        throw new IOException(name + " must lie row by row: " + header);
      }
      return input.readAllBytes();
    }
  }

  int size() {
    return labels.length;
  }

  /** The level of a pixel, 0..255; beyond the picture its border is repeated. */
  int level(int face, int x, int y) {
    int column = Math.max(0, Math.min(SIDE_PX - 1, x));
    int row = Math.max(0, Math.min(SIDE_PX - 1, y));
    return grey[(face * SIDE_PX + row) * SIDE_PX + column] & 0xff;
  }
}
