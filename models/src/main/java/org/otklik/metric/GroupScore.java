package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the judged viewings of a group amount to, without a look at their seconds: how many are
 * what, the index of emotional experience (ИЭО) and EmoNPS. Intervals take thousands of resamples,
 * and are computed when they are asked for.
 */
public final class GroupScore {
  private final List<Viewing> contacts;
  private final int[] counts;
  private final int excluded;
  private final int viewers;
  private final EmotionalNps emotionalNps;

  private GroupScore(List<Viewing> contacts, ResponseSettings settings) {
    List<Viewing> counted = contacts.stream().filter(contact -> !contact.isExcluded()).toList();
    this.contacts = contacts;
    this.counts = EmotionalExperienceIndex.counts(counted);
    this.excluded = contacts.size() - counted.size();
    this.viewers = (int) counted.stream().map(Viewing::viewerKey).distinct().count();
    this.emotionalNps = EmotionalNps.of(contacts, settings).orElse(null);
  }

  /**
   * @param contacts the group's, excluded ones among them
   * @param settings that they were judged with
   */
  public static GroupScore calculate(Collection<Viewing> contacts, ResponseSettings settings) {
    return new GroupScore(List.copyOf(contacts), settings);
  }

  /** Persons with a contact that counts, each once. */
  public int viewers() {
    return viewers;
  }

  /** Contacts with a positive trace. */
  public int positive() {
    return counts[0];
  }

  /** Contacts with a negative trace. */
  public int negative() {
    return counts[1];
  }

  /** Contacts without a trace. */
  public int neutral() {
    return counts[2];
  }

  /** Contacts that are in no denominator. */
  public int excluded() {
    return excluded;
  }

  /** The index, -100..100; null when no contact counts. */
  public Double eei() {
    return viewers == 0
        ? null
        : Double.valueOf(
            EmotionalExperienceIndex.index(new double[] {counts[0], counts[1], counts[2]}));
  }

  /** The index with its interval, resampled at each call; empty when no contact counts. */
  public Optional<IndexInterval> eeiWithInterval() {
    return EmotionalExperienceIndex.of(contacts);
  }

  /** EmoNPS for any K, its intervals when asked for; empty when no contact counts. */
  public Optional<EmotionalNps> emotionalNps() {
    return Optional.ofNullable(emotionalNps);
  }

  /** EmoNPS at one K, -100..100; null when no contact counts. */
  public Double emoNps(double k) {
    return emotionalNps == null ? null : Double.valueOf(emotionalNps.value(k));
  }
}
