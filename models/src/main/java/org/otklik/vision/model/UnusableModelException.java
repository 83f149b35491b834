package org.otklik.vision.model;

/** A model folder that cannot be used: no card, a wrong checksum, a card that does not fit. */
public class UnusableModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableModelException(String message) {
    super(message);
  }

  public UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
