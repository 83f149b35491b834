package org.otklik.media.container;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a video file's own structure says of its wholeness.
 *
 * @param end whether its last bytes are there
 * @param isJoined whether another video begins where the first one ends
 */
public record FileStructure(End end, boolean isJoined) {
  /** Whether the end of a file is there. */
  public enum End {
    THERE,
    MISSING,
    /** More than a twentieth of the bytes that the structure states. */
    FAR_AWAY,
    /** The format, or this file of it, does not say. */
    UNKNOWN
  }

  static final FileStructure JOINED = new FileStructure(End.THERE, true);
  static final FileStructure WHOLE = new FileStructure(End.THERE, false);
  static final FileStructure CUT_OFF = new FileStructure(End.MISSING, false);

  /** What may be missing of a file before seconds of it are. */
  private static final double MISSING_SHARE = 0.05;

  static final FileStructure UNTOLD = new FileStructure(End.UNKNOWN, false);

  /** Of a file that ends before it should. */
  static FileStructure cutOff(long statedBytes, long bytes) {
    boolean isFar = statedBytes - bytes > MISSING_SHARE * statedBytes;
    return isFar ? new FileStructure(End.FAR_AWAY, false) : CUT_OFF;
  }

  /** Reads headers only, and all of them. */
  public static FileStructure of(Path file) throws IOException {
    try (FileBytes bytes = FileBytes.open(file)) {
      return switch (Magic.at(bytes, 0)) {
        case MATROSKA -> new MatroskaStructure(bytes).read();
        case MP4 -> new Mp4Structure(bytes).read();
        case AVI -> AviStructure.read(bytes);
        case FLV -> FlvStructure.read(bytes);
        case OGG -> OggStructure.read(bytes);
        case ASF -> AsfStructure.read(bytes);
        case NONE -> UNTOLD;
      };
    }
  }

  /** Of a file that no reader opens: whether its inside is that of a video without its head. */
  public static boolean isBeginningMissing(Path file) throws IOException {
    try (FileBytes bytes = FileBytes.open(file)) {
      return MissingBeginning.isSeenIn(bytes);
    }
  }
}
