package org.otklik.vision;

/** A loaded model failed on an input; the message names the model and the input's shape. */
public class InferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
