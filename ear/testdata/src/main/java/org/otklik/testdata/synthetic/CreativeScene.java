package org.otklik.testdata.synthetic;

/** A part of the synthetic ad: what it is meant to make people feel, and when. */
public enum CreativeScene {
  /** Dawn over the hills, the first words. */
  TITLE(0, 3000),
  /** Rain; a gust takes the umbrella away: sad. */
  LOST_UMBRELLA(3000, 7600),
  /** The umbrella comes back, with a cat under it: surprise. */
  CAT_FROM_THE_SKY(7600, 11_000),
  /** Sun, and the cat dances with a teacup on its head: funny. */
  DANCE(11_000, 16_000),
  /** The packet and a cup of tea. */
  PACKSHOT(16_000, 20_000);

  private final int fromMs;
  private final int toMs;

  CreativeScene(int fromMs, int toMs) {
    this.fromMs = fromMs;
    this.toMs = toMs;
  }

  public int fromMs() {
    return fromMs;
  }

  /** Exclusive. */
  public int toMs() {
    return toMs;
  }
}
