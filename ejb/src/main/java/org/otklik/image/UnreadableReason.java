package org.otklik.image;

/** Why an image could not be looked at; each has a sentence for the user in both languages. */
public enum UnreadableReason {
  EMPTY,
  NOT_A_PICTURE,
  /** A picture, but of a format that is not read here, such as HEIC or PSD. */
  FORMAT_UNSUPPORTED,
  TRUNCATED,
  DAMAGED,
  TOO_LARGE,
  TIMED_OUT,
  /** Of an archive: its name leads out of the archive, or is absolute. */
  UNSAFE_PATH,
  /** Of an archive: the same name stands in it once more. */
  DUPLICATE,
  ENCRYPTED,
  /** Of an archive: by LZMA or another method that is not read here. */
  PACKING_UNSUPPORTED,
  /** Of a folder: the file was there when the folder was listed, and is no more. */
  GONE
}
