package org.otklik.metric;

import java.util.Random;

/**
 * {@link Random}'s numbers, whose algorithm is part of its contract, without its precautions for
 * several threads, which take longer than all the rest of a resample.
 */
final class OwnThreadRandom extends Random {
  private static final long serialVersionUID = 1L;
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long ADDEND = 0xBL;
  private static final long MASK = (1L << 48) - 1;

  private long state;

  OwnThreadRandom(long seed) {
    state = (seed ^ MULTIPLIER) & MASK;
  }

  @Override
  protected int next(int bits) {
    state = (state * MULTIPLIER + ADDEND) & MASK;
    return (int) (state >>> (48 - bits));
  }
}
