package org.otklik.testdata.sound;

import java.util.Random;
import org.otklik.sound.Sound;

/**
 * A room in which a laptop's loudspeaker plays a creative and its microphone records: a small
 * loudspeaker, reverberation, noise, and what else goes on.
 *
 * @param reverberationSeconds until the room is 60 dB quieter
 * @param talkers who talk meanwhile
 * @param talkDecibels how loud all of them together are, against the creative
 * @param noiseDecibels the same of white noise
 * @param cancelledDecibels what an echo canceller takes of the creative; now and then it lets a
 *     tenth of a second pass; 0 without one
 * @param drift by how much the recording's clock is faster
 */
public record SimulatedRoom(
    double reverberationSeconds,
    int talkers,
    double talkDecibels,
    double noiseDecibels,
    double cancelledDecibels,
    double drift) {
  /** A quiet room. */
  public static final SimulatedRoom QUIET = new SimulatedRoom(0.45, 0, 0, -20, 0, 0);

  private static final double CREATIVE_DECIBELS = -15;
  private static final double PASSING_SHARE = 0.1;

  public SimulatedRoom with(int number, double decibels) {
    return new SimulatedRoom(
        reverberationSeconds, number, decibels, noiseDecibels, cancelledDecibels, drift);
  }

  public SimulatedRoom withNoise(double decibels) {
    return new SimulatedRoom(
        reverberationSeconds, talkers, talkDecibels, decibels, cancelledDecibels, drift);
  }

  public SimulatedRoom cancelling(double decibels) {
    return new SimulatedRoom(
        reverberationSeconds, talkers, talkDecibels, noiseDecibels, decibels, drift);
  }

  public SimulatedRoom drifting(double share) {
    return new SimulatedRoom(
        reverberationSeconds, talkers, talkDecibels, noiseDecibels, cancelledDecibels, share);
  }

  public SimulatedRoom reverberating(double seconds) {
    return new SimulatedRoom(
        seconds, talkers, talkDecibels, noiseDecibels, cancelledDecibels, drift);
  }

  /**
   * What is recorded.
   *
   * @param played what the loudspeaker plays; empty where it is silent
   * @param startSeconds when it begins to; below 0 where the recording began later
   */
  public Sound record(double[] played, double startSeconds, double seconds, long seed) {
    Random random = new Random(seed);
    double[] recorded = new double[(int) (seconds * Sound.HZ)];
    double loudness = 3000 * Samples.factor(CREATIVE_DECIBELS);
    if (played.length > 0) {
      double[] heard = reverberated(loudspeaker(played), random);
      heard = drift == 0 ? heard : stretched(heard);
      Samples.scaled(heard, loudness);
      cancel(heard, random);
      Samples.add(heard, recorded, (int) Math.round(startSeconds * Sound.HZ), 1);
    }
    for (int talker = 0; talker < talkers; talker++) {
      double[] talk = SyntheticSound.SPEECH.samples(seconds, random.nextLong());
      double share = loudness / Math.sqrt(talkers) * Samples.factor(talkDecibels);
      Samples.add(Samples.scaled(reverberated(talk, random), share), recorded, 0, 1);
    }
    double noise = loudness * Samples.factor(noiseDecibels);
    for (int i = 0; i < recorded.length; i++) {
      recorded[i] += noise * random.nextGaussian();
    }
    return Samples.sound(recorded);
  }

  private static double[] loudspeaker(double[] played) {
    double[] low = Filter.highPass(350).all(Filter.lowPass(7000).all(played));
    double[] resonance = Filter.bandPass(1300, 4).all(low);
    Samples.add(resonance, low, 0, 1.5);
    return low;
  }

  /** The direct sound, and reflections that thin out in loudness and grow dense. */
  private double[] reverberated(double[] played, Random random) {
    double[] heard = played.clone();
    int taps = 400;
    double reflected = 0.35 * reverberationSeconds; // a live room is far, too
    for (int tap = 0; tap < taps; tap++) {
      double after = reverberationSeconds * Math.pow(random.nextDouble(), 0.8) + 0.002;
      double gain =
          reflected * Math.exp(-6.9 * after / reverberationSeconds) * random.nextGaussian();
      Samples.add(played, heard, (int) (after * Sound.HZ), gain);
    }
    return heard;
  }

  private double[] stretched(double[] heard) {
    double[] stretched = new double[(int) (heard.length * (1 + drift))];
    for (int i = 0; i < stretched.length; i++) {
      double place = i / (1 + drift);
      int before = (int) place;
      double part = place - before;
      double next = before + 1 < heard.length ? heard[before + 1] : 0;
      stretched[i] = heard[before] * (1 - part) + next * part;
    }
    return stretched;
  }

  private void cancel(double[] heard, Random random) {
    int burst = Sound.HZ / 10;
    for (int from = 0; cancelledDecibels > 0 && from < heard.length; from += burst) {
      if (random.nextDouble() >= PASSING_SHARE) {
        for (int i = from; i < Math.min(heard.length, from + burst); i++) {
          heard[i] *= Samples.factor(-cancelledDecibels);
        }
      }
    }
  }
}
