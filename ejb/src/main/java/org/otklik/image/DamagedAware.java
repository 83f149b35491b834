package org.otklik.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a fault of what is read from one of where it is written to. */
final class DamagedAware extends FilterInputStream {

  /** What is read is damaged. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(IOException cause) {
      super(cause);
    }
  }

  DamagedAware(InputStream content) {
    super(content);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return super.read(into, offset, length);
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }
}
