package org.otklik.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.otklik.emotion.EmotionGroup;

/**
 * The moments of a creative: where its curve rises above its own median by {@link #MIN_RISE} or
 * more. The median is the baseline because a few strong seconds do not move it; where a response
 * lasts longer than half of the creative it is that of the lower half. The rise must also be of
 * {@link #MIN_VIEWERS} viewers (of all, where there are fewer), since with few viewers a single one
 * moves the share by more than the least rise.
 */
public final class Moments {

  /** Least rise above the baseline, as a share of viewers. */
  public static final double MIN_RISE = 0.15;

  /** Least rise above the baseline, counted in viewers. */
  public static final int MIN_VIEWERS = 2;

  /** Of a group's rise that is surprise: from it on it is surprise's moment. */
  private static final double MIN_PART = 0.5;

  private static final double ROUNDING = 1e-9;

  private Moments() {}

  /**
   * By start, then by kind; none on a flat curve. Seconds with a {@linkplain BaseSize base} too
   * small belong to no moment. Where faces rise to surprise, so does the group that surprise
   * belongs to: that is one moment, of surprise.
   *
   * @param ofSurprise the group that surprise belongs to
   */
  public static List<Moment> find(List<CreativeSecond> curve, EmotionGroup ofSurprise) {
    int minBase = BaseSize.minimum(curve);
    List<Moment> moments = new ArrayList<>();
    for (MomentKind kind : MomentKind.values()) {
      moments.addAll(ofKind(kind, curve, minBase));
    }
    List<Moment> surprises =
        moments.stream().filter(moment -> moment.kind() == MomentKind.SURPRISE).toList();
    moments.removeIf(
        moment ->
            moment.kind().name().equals(ofSurprise.name())
                && surprises.stream().anyMatch(surprise -> isOf(surprise, moment, curve)));
    moments.sort(Comparator.comparingInt(Moment::startSecond).thenComparing(Moment::kind));
    return List.copyOf(moments);
  }

  /** Whether half of a group's rise at its peak, or more, is surprise. */
  private static boolean isOf(Moment surprise, Moment moment, List<CreativeSecond> curve) {
    int peak = moment.peakSecond();
    if (peak < surprise.startSecond() || peak >= surprise.endSecond()) {
      return false;
    }
    double rise = level(MomentKind.SURPRISE, curve.get(peak)) - surprise.baseline();
    return rise >= MIN_PART * moment.rise();
  }

  private static List<Moment> ofKind(MomentKind kind, List<CreativeSecond> curve, int minBase) {
    double[] observed =
        curve.stream()
            .filter(second -> second.n() >= minBase)
            .map(second -> level(kind, second))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (observed.length == 0) {
      return List.of();
    }
    double baseline = baseline(observed);
    List<Moment> moments = new ArrayList<>();
    int i = 0;
    while (i < curve.size()) {
      int start = i;
      while (i < curve.size() && leaves(kind, curve.get(i), baseline, minBase)) {
        i++;
      }
      if (i > start) {
        moments.add(merge(kind, curve.subList(start, i), baseline));
      } else {
        i++;
      }
    }
    return moments;
  }

  /**
   * The median; that of the lower half where it lies lower by the least rise or more. A response
   * that lasts more than half of the creative would otherwise be its own baseline.
   */
  private static double baseline(double[] ascending) {
    double median = median(ascending, ascending.length);
    double ofLowerHalf = median(ascending, (ascending.length + 1) / 2);
    return median - ofLowerHalf + ROUNDING >= MIN_RISE ? ofLowerHalf : median;
  }

  private static double median(double[] ascending, int length) {
    return (ascending[(length - 1) / 2] + ascending[length / 2]) / 2;
  }

  private static boolean leaves(
      MomentKind kind, CreativeSecond second, double baseline, int minBase) {
    Double level = second.n() >= minBase ? level(kind, second) : null;
    if (level == null) {
      return false;
    }
    double rise = level - baseline + ROUNDING;
    boolean enoughViewers = rise * second.n() >= Math.min(MIN_VIEWERS, second.n());
    return rise >= MIN_RISE && enoughViewers;
  }

  private static Moment merge(MomentKind kind, List<CreativeSecond> run, double baseline) {
    CreativeSecond peak = run.get(0);
    for (CreativeSecond second : run) {
      if (level(kind, second) > level(kind, peak)) {
        peak = second;
      }
    }
    int start = run.get(0).second();
    int end = run.get(run.size() - 1).second() + 1;
    return new Moment(kind, start, end, peak.second(), level(kind, peak), baseline);
  }

  /** Null for surprise in a summary from before it was counted. */
  private static Double level(MomentKind kind, CreativeSecond second) {
    return switch (kind) {
      case POSITIVE -> second.shares().get(EmotionGroup.POSITIVE).share();
      case NEGATIVE -> second.shares().get(EmotionGroup.NEGATIVE).share();
      case SURPRISE -> second.surpriseShare();
    };
  }
}
