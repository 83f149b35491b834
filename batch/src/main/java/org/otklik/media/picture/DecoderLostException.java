package org.otklik.media.picture;

/** No child was let decode the picture: it was ended by others, or was given no processor. */
public final class DecoderLostException extends Exception {
  private static final long serialVersionUID = 1L;

  DecoderLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
