package org.otklik.testdata.sound;

import java.util.Random;
import org.otklik.sound.Sound;

/** Sounds as creatives have them: samples at {@link Sound#HZ}, about 3000 loud. */
public enum SyntheticSound {
  /** Syllables of one voice, with pauses. */
  SPEECH,
  /** Notes of a melody, chords and a drum, no bar like another. */
  MUSIC,
  /** A voice over music. */
  SPEECH_OVER_MUSIC,
  /** Two seconds of drum and bass, over and over, with a jingle in the middle. */
  LOOP,
  /** Slow chords that swell and fade: nothing begins. */
  PAD;

  private static final double LOUDNESS = 3000;
  private static final double[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 14, 16};

  public double[] samples(double seconds, long seed) {
    Random random = new Random(seed * 31 + ordinal());
    int length = (int) (seconds * Sound.HZ);
    double[] samples =
        switch (this) {
          case SPEECH -> speech(length, random);
          case MUSIC -> music(length, random);
          case SPEECH_OVER_MUSIC -> mixed(speech(length, random), music(length, random), 0.5);
          case LOOP -> loop(length, random);
          case PAD -> pad(length, random);
        };
    return Samples.scaled(samples, LOUDNESS);
  }

  private static double[] mixed(double[] one, double[] other, double weight) {
    Samples.scaled(one, 1);
    Samples.scaled(other, weight);
    Samples.add(other, one, 0, 1);
    return one;
  }

  private static double[] speech(int length, Random random) {
    double[] samples = new double[length];
    double pitch = 90 + 130 * random.nextDouble();
    int at = (int) (0.1 * Sound.HZ * random.nextDouble());
    while (at < length) {
      if (random.nextDouble() < 0.45) {
        hiss(
            samples,
            at,
            0.03 + 0.07 * random.nextDouble(),
            2500 + 3500 * random.nextDouble(),
            random);
        at += (int) (0.05 * Sound.HZ);
      }
      double seconds = 0.09 + 0.16 * random.nextDouble();
      vowel(samples, at, seconds, pitch * (0.85 + 0.3 * random.nextDouble()), random);
      at += (int) (seconds * Sound.HZ);
      boolean isPause = random.nextDouble() < 0.12;
      at +=
          (int)
              ((isPause ? 0.2 + 0.5 * random.nextDouble() : 0.04 * random.nextDouble()) * Sound.HZ);
    }
    return samples;
  }

  /** Harmonics of the pitch, louder near three formants. */
  private static void vowel(
      double[] samples, int from, double seconds, double pitch, Random random) {
    double[] formants = {
      300 + 500 * random.nextDouble(),
      900 + 1400 * random.nextDouble(),
      2400 + 900 * random.nextDouble()
    };
    double glide = 1 + 0.2 * (random.nextDouble() - 0.5);
    int length = (int) (seconds * Sound.HZ);
    double loudness = 0.4 + 0.6 * random.nextDouble();
    for (int harmonic = 1; harmonic * pitch < 6000; harmonic++) {
      double hz = harmonic * pitch;
      double gain = 0.02;
      for (int f = 0; f < formants.length; f++) {
        double away = (hz - formants[f]) / (80 + 60 * f);
        gain += Math.pow(0.5, f) / (1 + away * away);
      }
      tone(samples, from, length, hz, hz * glide, loudness * gain, 0.02, 0.04, random.nextDouble());
    }
  }

  private static void hiss(double[] samples, int from, double seconds, double hz, Random random) {
    int length = (int) (seconds * Sound.HZ);
    Filter filter = Filter.bandPass(hz, 1.5);
    for (int i = 0; i < length && from + i < samples.length; i++) {
      double envelope = Math.sin(Math.PI * (i + 0.5) / length);
      samples[from + i] += 0.5 * envelope * filter.next(random.nextGaussian());
    }
  }

  private static double[] music(int length, Random random) {
    double[] samples = new double[length];
    double beat = 60.0 / (85 + 60 * random.nextDouble());
    double root = 110 * Math.pow(2, random.nextDouble());
    for (double at = 0.3 * random.nextDouble(); at * Sound.HZ < length; at += beat / 2) {
      int from = (int) ((at + 0.006 * random.nextGaussian()) * Sound.HZ);
      if (random.nextDouble() < 0.7) {
        double note = root * 2 * Math.pow(2, SCALE[random.nextInt(SCALE.length)] / 12);
        pluck(samples, Math.max(0, from), note, 0.2 + 0.5 * random.nextDouble(), random);
      }
      if (random.nextDouble() < 0.35) {
        drum(samples, Math.max(0, from), random.nextBoolean(), random);
      }
      if (random.nextDouble() < 0.2) {
        double chord = root * Math.pow(2, SCALE[random.nextInt(5)] / 12);
        for (double step : new double[] {1, 1.26, 1.5}) {
          pluck(samples, Math.max(0, from), chord * step, 1.2, random);
        }
      }
    }
    return samples;
  }

  private static void pluck(double[] samples, int from, double hz, double seconds, Random random) {
    int length = (int) (seconds * Sound.HZ);
    for (int harmonic = 1; harmonic <= 8 && harmonic * hz < 7000; harmonic++) {
      double gain = (0.5 + random.nextDouble()) / harmonic;
      tone(
          samples, from, length, hz * harmonic, hz * harmonic, 0.5 * gain, 0.005, seconds * 0.9, 0);
    }
  }

  private static void drum(double[] samples, int from, boolean isLow, Random random) {
    int length = Sound.HZ / (isLow ? 6 : 12);
    Filter filter = isLow ? Filter.lowPass(180) : Filter.highPass(2500);
    for (int i = 0; i < length && from + i < samples.length; i++) {
      double envelope = Math.exp(-6.0 * i / length);
      samples[from + i] += (isLow ? 6 : 0.8) * envelope * filter.next(random.nextGaussian());
    }
  }

  private static double[] loop(int length, Random random) {
    double[] bar = new double[2 * Sound.HZ];
    for (int eighth = 0; eighth < 8; eighth++) {
      int from = eighth * Sound.HZ / 4;
      if (random.nextDouble() < 0.8) {
        drum(bar, from, eighth % 2 == 0, random);
      }
      pluck(bar, from, 80 * Math.pow(2, SCALE[random.nextInt(6)] / 12), 0.22, random);
    }
    double[] samples = new double[length];
    for (int i = 0; i < length; i++) {
      samples[i] = bar[i % bar.length];
    }
    for (int note = 0; note < 5; note++) {
      int from = (int) (length * 0.85) + note * Sound.HZ / 5;
      pluck(samples, from, 500 * Math.pow(2, SCALE[random.nextInt(10)] / 12), 0.4, random);
    }
    return samples;
  }

  private static double[] pad(int length, Random random) {
    double[] samples = new double[length];
    int chord = 4 * Sound.HZ;
    for (int from = -chord / 2; from < length; from += chord / 2) {
      double root = 130 * Math.pow(2, SCALE[random.nextInt(6)] / 12);
      for (double step : new double[] {1, 1.5, 2, 2.52}) {
        for (int harmonic = 1; harmonic < 4; harmonic++) {
          tone(
              samples,
              from,
              chord,
              root * step * harmonic,
              root * step * harmonic,
              1.0 / harmonic,
              2,
              2,
              0);
        }
      }
    }
    return samples;
  }

  /** A sine that glides, by turning a pointer: sines one by one take most of a trial's time. */
  private static void tone(
      double[] samples,
      int from,
      int length,
      double hz,
      double lastHz,
      double gain,
      double rise,
      double fall,
      double phase) {
    double turn = 2 * Math.PI * hz / Sound.HZ;
    double more = 2 * Math.PI * (lastHz - hz) / Sound.HZ / length;
    double x = Math.cos(2 * Math.PI * phase);
    double y = Math.sin(2 * Math.PI * phase);
    double turnX = Math.cos(turn);
    double turnY = Math.sin(turn);
    double moreX = Math.cos(more);
    double moreY = Math.sin(more);
    double riseStep = 1 / (rise * Sound.HZ);
    double fallStep = 1 / (fall * Sound.HZ);
    int until = Math.min(length, samples.length - from);
    for (int i = 0; i < until; i++) {
      if (from + i >= 0) {
        double envelope = Math.min(1, i * riseStep) * Math.min(1, (length - i) * fallStep);
        samples[from + i] += gain * envelope * y;
      }
      double nextX = x * turnX - y * turnY;
      y = x * turnY + y * turnX;
      x = nextX;
      double nextTurnX = turnX * moreX - turnY * moreY;
      turnY = turnX * moreY + turnY * moreX;
      turnX = nextTurnX;
    }
  }
}
