package org.otklik.voice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.emotion.EmotionGroup;
import org.otklik.statistics.MeanInterval;

/**
 * The voices of a creative's viewers on the whole; every viewer counts once, however much they say.
 *
 * @param viewers who are heard
 * @param seconds mean over viewers of the seconds in which each is heard
 * @param positive mean over viewers of the part of these seconds with a positive voice, 0..1
 * @param negative likewise with an angry or sad voice
 */
public record VoiceSummary(
    int viewers, double seconds, MeanInterval positive, MeanInterval negative) {

  /** Empty where nobody is heard. */
  public static Optional<VoiceSummary> of(Collection<VoiceVote> votes) {
    Collection<List<VoiceVote>> viewers =
        votes.stream().collect(Collectors.groupingBy(VoiceVote::viewer)).values();
    return viewers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VoiceSummary(
                viewers.size(),
                viewers.stream().mapToDouble(VoiceSummary::seconds).average().orElseThrow(),
                share(viewers, EmotionGroup.POSITIVE),
                share(viewers, EmotionGroup.NEGATIVE)));
  }

  /** A second that is heard in two recordings of a viewer is one. */
  private static double seconds(List<VoiceVote> votes) {
    return votes.stream().map(VoiceVote::second).distinct().count();
  }

  private static MeanInterval share(Collection<List<VoiceVote>> viewers, EmotionGroup group) {
    double[] shares =
        viewers.stream()
            .mapToDouble(
                votes ->
                    (double) votes.stream().filter(vote -> vote.state() == group).count()
                        / votes.size())
            .toArray();
    return MeanInterval.of(shares, 0, 1);
  }
}
