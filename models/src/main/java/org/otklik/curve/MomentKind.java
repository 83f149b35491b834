package org.otklik.curve;

/** In which way viewers left the curve's baseline. */
public enum MomentKind {
  POSITIVE,
  NEGATIVE,
  SURPRISE
}
