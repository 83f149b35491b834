package org.otklik.image;

/** Why an image could not be looked at; each has a sentence for the user in both languages. */
public enum UnreadableReason {
  EMPTY,
  NOT_A_PICTURE,
  /** HEIC, HEIF and AVIF: pictures, but of formats that are not read here. */
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
  /** Of a folder: the file was there when the folder was listed, and is no more. */
  GONE
}
