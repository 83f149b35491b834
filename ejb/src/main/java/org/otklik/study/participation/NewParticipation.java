package org.otklik.study.participation;

/**
 * A participation just begun.
 *
 * @param token the viewer's secret; known now and never again
 */
public record NewParticipation(Participation participation, String token) {
  @Override
  public String toString() {
    return "NewParticipation[" + participation.publicId() + "]"; // never the token
  }
}
