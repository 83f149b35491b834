package org.otklik.trailer.cut;

import java.io.Serializable;

/**
 * By how much faces are taken to follow the creative.
 *
 * @param basis how that is known
 */
public record FaceDelay(int ms, Basis basis) implements Serializable {
  /** How a delay is known. */
  public enum Basis {
    /** Somebody chose it. */
    CHOSEN,
    /** The viewers' responses to the creative's cuts tell it. */
    CUTS,
    /** Nothing tells it. */
    STANDARD
  }
}
