package org.otklik.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.emotion.EmotionGroup;
import org.otklik.statistics.MeanInterval;
import org.otklik.statistics.ShareInterval;
import org.otklik.statistics.WilsonInterval;

/** The voices of a creative's viewers, second by second. */
public final class VoiceCurve {

  /**
   * One second over those who speak in it.
   *
   * @param n persons who are heard in it, one or more
   * @param positive share of them, with its interval
   * @param negative likewise
   * @param agitation mean over those of whom it is known, with its interval; null where it is known
   *     of nobody
   */
  public record Second(
      int second, int n, ShareInterval positive, ShareInterval negative, MeanInterval agitation) {}

  private VoiceCurve() {}

  /**
   * @return the seconds in which anybody is heard, in order; a viewer of several viewings counts
   *     once, with the mean of them
   */
  public static List<Second> of(Collection<VoiceVote> votes) {
    Map<Integer, Map<Long, List<VoiceVote>>> seconds =
        votes.stream()
            .collect(
                Collectors.groupingBy(
                    VoiceVote::second,
                    TreeMap::new,
                    Collectors.groupingBy(VoiceVote::viewer, TreeMap::new, Collectors.toList())));
    List<Second> curve = new ArrayList<>();
    seconds.forEach((second, viewers) -> curve.add(second(second, viewers.values())));
    return curve;
  }

  private static Second second(int second, Collection<List<VoiceVote>> viewers) {
    double[] agitations =
        viewers.stream()
            .map(VoiceCurve::agitation)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return new Second(
        second,
        viewers.size(),
        share(viewers, EmotionGroup.POSITIVE),
        share(viewers, EmotionGroup.NEGATIVE),
        agitations.length == 0 ? null : MeanInterval.of(agitations, -1, 1));
  }

  private static ShareInterval share(Collection<List<VoiceVote>> viewers, EmotionGroup group) {
    double sum =
        viewers.stream()
            .mapToDouble(
                votes ->
                    (double) votes.stream().filter(vote -> vote.state() == group).count()
                        / votes.size())
            .sum();
    return WilsonInterval.of(sum, viewers.size());
  }

  private static Double agitation(List<VoiceVote> votes) {
    double[] known =
        votes.stream()
            .map(VoiceVote::agitation)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return known.length == 0 ? null : Arrays.stream(known).average().orElseThrow();
  }
}
