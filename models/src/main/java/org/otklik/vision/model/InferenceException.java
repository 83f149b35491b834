package org.otklik.vision.model;

/** A loaded model failed on an input, or answered what cannot be; the message names the model. */
public class InferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InferenceException(String message) {
    super(message);
  }

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
