package org.otklik.upload;

/** Life of an upload. */
public enum UploadState {
  ARRIVING,
  /** The creative or recording is made. */
  TAKEN,
  /** The video cannot be used. */
  REFUSED
}
