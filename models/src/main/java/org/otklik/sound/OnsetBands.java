package org.otklik.sound;

/**
 * How much begins to sound in each of {@value #BANDS} mel bands, {@value #FRAMES_PER_SECOND} times
 * a second: rises of the logarithm of the power, each band in units of its own spread over a second
 * around, so that loud talk in some bands does not outvote the rest.
 */
final class OnsetBands {
  static final int BANDS = 32;
  static final int FRAMES_PER_SECOND = 100;

  private static final int WINDOW = 1024;
  private static final int HOP = Sound.HZ / FRAMES_PER_SECOND;
  private static final double LOWEST_HZ = 150;
  private static final double HIGHEST_HZ = 7000;

  /** A rise is told from two frames earlier. */
  private static final int RISE = 2;

  /** Half of the second over which a band is brought to its own measure. */
  private static final int AROUND = FRAMES_PER_SECOND / 2;

  /** Power under which there is nothing to hear: a converter's own noise. */
  private static final double FLOOR = 1e4;

  /** A band that hardly stirs is not made to: of the natural logarithm. */
  private static final double MIN_SPREAD = 0.05;

  private final float[][] bands;

  private OnsetBands(float[][] bands) {
    this.bands = bands;
  }

  static OnsetBands of(Sound sound) {
    int frames = Math.max(0, (sound.samples().length - WINDOW) / HOP + 1);
    float[][] levels = new float[BANDS][frames];
    double[] window = hann();
    double[][] filters = filters();
    Fft fft = new Fft(WINDOW);
    double[] power = new double[WINDOW / 2];
    // Two frames in one complex transform: the one's spectrum is told from the other's by symmetry.
    for (int frame = 0; frame < frames; frame += 2) {
      double[] re = windowed(sound, frame * HOP, window);
      double[] im = windowed(sound, (frame + 1) * HOP, window);
      fft.forward(re, im);
      for (int which = 0; which < 2 && frame + which < frames; which++) {
        for (int k = 1; k < WINDOW / 2; k++) {
          double a = re[k] + (which == 0 ? 1 : -1) * re[WINDOW - k];
          double b = im[k] - (which == 0 ? 1 : -1) * im[WINDOW - k];
          power[k] = (a * a + b * b) / 4;
        }
        for (int band = 0; band < BANDS; band++) {
          levels[band][frame + which] = level(power, filters[band]);
        }
      }
    }
    float[][] bands = new float[BANDS][];
    for (int band = 0; band < BANDS; band++) {
      bands[band] = normalised(rises(levels[band]));
    }
    return new OnsetBands(bands);
  }

  private static double[] windowed(Sound sound, int from, double[] window) {
    double[] part = sound.part(from, WINDOW);
    for (int i = 0; i < WINDOW; i++) {
      part[i] *= window[i];
    }
    return part;
  }

  private static double[] hann() {
    double[] window = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
    }
    return window;
  }

  /** Triangles that are equally wide in mel. */
  private static double[][] filters() {
    double[][] filters = new double[BANDS][WINDOW / 2];
    double low = mel(LOWEST_HZ);
    double step = (mel(HIGHEST_HZ) - low) / (BANDS + 1);
    for (int band = 0; band < BANDS; band++) {
      for (int k = 1; k < WINDOW / 2; k++) {
        double place = (mel((double) k * Sound.HZ / WINDOW) - low) / step - band;
        filters[band][k] = Math.max(0, 1 - Math.abs(place - 1));
      }
    }
    return filters;
  }

  private static double mel(double hz) {
    return 2595 * Math.log10(1 + hz / 700);
  }

  private static float level(double[] power, double[] filter) {
    double sum = FLOOR;
    for (int k = 0; k < power.length; k++) {
      if (filter[k] > 0) {
        sum += filter[k] * power[k];
      }
    }
    return (float) Math.log(sum);
  }

  private static float[] rises(float[] levels) {
    float[] rises = new float[levels.length];
    for (int i = RISE; i < levels.length; i++) {
      rises[i] = Math.max(0, levels[i] - levels[i - RISE]);
    }
    return rises;
  }

  private static float[] normalised(float[] rises) {
    double[] sums = new double[rises.length + 1];
    double[] squares = new double[rises.length + 1];
    for (int i = 0; i < rises.length; i++) {
      sums[i + 1] = sums[i] + rises[i];
      squares[i + 1] = squares[i] + rises[i] * rises[i];
    }
    float[] normalised = new float[rises.length];
    for (int i = 0; i < rises.length; i++) {
      int from = Math.max(0, i - AROUND);
      int until = Math.min(rises.length, i + AROUND);
      double mean = (sums[until] - sums[from]) / (until - from);
      double variance = (squares[until] - squares[from]) / (until - from) - mean * mean;
      double spread = Math.sqrt(Math.max(0, variance));
      normalised[i] = (float) ((rises[i] - mean) / Math.max(MIN_SPREAD, spread));
    }
    return normalised;
  }

  int frames() {
    return bands[0].length;
  }

  float[] band(int band) {
    return bands[band];
  }

  /** All bands' energy before each frame, and at last of all of them. */
  double[] energies() {
    double[] energies = new double[frames() + 1];
    for (int frame = 0; frame < frames(); frame++) {
      double sum = 0;
      for (float[] band : bands) {
        sum += band[frame] * band[frame];
      }
      energies[frame + 1] = energies[frame] + sum;
    }
    return energies;
  }

  /** How alike two moments are; 0 where one of them is not there. */
  double product(int frame, OnsetBands other, int otherFrame) {
    if (frame < 0 || frame >= frames() || otherFrame < 0 || otherFrame >= other.frames()) {
      return 0;
    }
    double sum = 0;
    for (int band = 0; band < BANDS; band++) {
      sum += bands[band][frame] * other.bands[band][otherFrame];
    }
    return sum;
  }
}
