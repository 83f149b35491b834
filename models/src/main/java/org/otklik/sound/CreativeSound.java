package org.otklik.sound;

/** A creative's sound with what is recognised of it: made once, looked for in many recordings. */
public final class CreativeSound {
  /** Of what it has in common with itself: more at another place is a repetition. */
  private static final double REPETITION = 0.4;

  /** Of a band's usual energy, which is 1: music without onsets has less. */
  private static final double MIN_ENERGY = 0.35;

  private final Sound sound;
  private final OnsetBands onsets;
  private final LagSearch itself;

  private CreativeSound(Sound sound, OnsetBands onsets) {
    this.sound = sound;
    this.onsets = onsets;
    this.itself = LagSearch.of(onsets, onsets);
  }

  public static CreativeSound of(Sound sound) {
    return new CreativeSound(sound, OnsetBands.of(sound));
  }

  Sound sound() {
    return sound;
  }

  OnsetBands onsets() {
    return onsets;
  }

  /** Whether it sounds much the same when so many frames have passed, as a loop does. */
  boolean repeatsAfter(double frames) {
    return itself.scoreNear(frames) >= REPETITION;
  }

  /** Whether there is any time after which it sounds much the same. */
  boolean repeatsItself() {
    return itself.peaks(2).stream().skip(1).anyMatch(peak -> peak.score() >= REPETITION);
  }

  boolean hasOnsets() {
    return energy() >= MIN_ENERGY;
  }

  private double energy() {
    double[] energies = onsets.energies();
    int frames = onsets.frames();
    return frames == 0 ? 0 : energies[frames] / frames / OnsetBands.BANDS;
  }
}
