package org.otklik.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * What somebody sends: when it breaks off, the sender or the network ended it. Whatever else goes
 * wrong while it is taken in is the server's own trouble.
 */
public final class ArrivingContent extends FilterInputStream {
  private static final Logger LOG = System.getLogger(ArrivingContent.class.getName());

  /** How much arrives between two looks at the disk. */
  private static final long STEP_BYTES = 8 << 20;

  private final MediaDisk disk;
  private long untilLook;

  /**
   * @param disk where it is written to
   * @throws ProblemException DISK_FULL when there is no room, before anything is read
   */
  public ArrivingContent(InputStream content, MediaDisk disk) {
    super(content);
    this.disk = disk;
  }

  /**
   * @throws ProblemException UPLOAD_BROKEN_OFF; DISK_FULL
   */
  @Override
  public int read(byte[] into, int offset, int length) {
    if (untilLook <= 0) {
      disk.requireRoom(0);
      untilLook = STEP_BYTES;
    }
    try {
      int read = in.read(into, offset, length);
      untilLook -= Math.max(0, read);
      return read;
    } catch (IOException e) {
      LOG.log(Level.INFO, "An upload broke off: {0}", e.toString());
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
