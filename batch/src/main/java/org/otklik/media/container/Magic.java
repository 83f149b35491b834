package org.otklik.media.container;

import java.io.IOException;

/** The formats whose structure is read here, by their first bytes. */
enum Magic {
  MATROSKA,
  MP4,
  AVI,
  FLV,
  OGG,
  ASF,
  NONE;

  static Magic at(FileBytes bytes, long at) throws IOException {
    if (bytes.unsigned32(at) == MatroskaStructure.EBML) {
      return MATROSKA;
    }
    if (bytes.unsigned32(at) == AsfStructure.HEADER) {
      return ASF;
    }
    String head = bytes.ascii(at, 12);
    if (head.startsWith("RIFF") && head.endsWith("AVI ")) {
      return AVI;
    }
    if (head.startsWith("FLV\1")) {
      return FLV;
    }
    if (head.startsWith("OggS")) {
      return OGG;
    }
    return Mp4Structure.begins(head) ? MP4 : NONE;
  }
}
