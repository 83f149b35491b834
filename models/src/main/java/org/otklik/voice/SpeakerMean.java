package org.otklik.voice;

/** The mean of the features of one speaker so far: voices differ more than moods do. */
final class SpeakerMean {
  private double[] sums;
  private int windows;

  void add(float[] features) {
    if (sums == null) {
      sums = new double[features.length];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += features[i];
    }
    windows++;
  }

  /** Zeros where nothing is known yet. */
  float[] mean(int width) {
    float[] mean = new float[width];
    for (int i = 0; windows > 0 && i < width; i++) {
      mean[i] = (float) (sums[i] / windows);
    }
    return mean;
  }

  /** Of how many: windows overlap, and three of them tell as much as one. */
  float windows() {
    return windows / 3f;
  }
}
