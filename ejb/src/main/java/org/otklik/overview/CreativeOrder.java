package org.otklik.overview;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.otklik.analysis.comparison.NormedFigure;

/** What an overview of creatives is sorted by; creatives without the figure come last. */
public enum CreativeOrder {
  UPLOADED(CreativeLine::createdAt),
  NAME(line -> line.name().toLowerCase(Locale.ROOT)),
  CAMPAIGN(line -> line.campaignName().toLowerCase(Locale.ROOT)),
  LENGTH(CreativeLine::durationSeconds),
  VIEWERS(CreativeLine::viewers),
  EEI(figure(NormedFigure.EEI)),
  EMO_NPS(figure(NormedFigure.EMO_NPS)),
  ATTRACTION(figure(NormedFigure.ATTRACTION)),
  IMPACT(figure(NormedFigure.IMPACT)),
  EXPRESSIVENESS(figure(NormedFigure.EXPRESSIVENESS)),
  ATTENTION(figure(NormedFigure.ATTENTION));

  private final Function<CreativeLine, Comparable<?>> key;

  CreativeOrder(Function<CreativeLine, Comparable<?>> key) {
    this.key = key;
  }

  private static Function<CreativeLine, Comparable<?>> figure(NormedFigure figure) {
    return line -> line.figures().get(figure);
  }

  /** By the key, then in the order of upload. */
  Comparator<CreativeLine> comparator(boolean descending) {
    Comparator<CreativeLine> byKey =
        (first, second) -> compare(key.apply(first), key.apply(second), descending);
    return byKey.thenComparing(CreativeLine::createdAt).thenComparing(CreativeLine::id);
  }

  @SuppressWarnings("unchecked") // keys of one order are of one type
  private static int compare(Comparable<?> first, Comparable<?> second, boolean descending) {
    if (first == null || second == null) {
      return Boolean.compare(first == null, second == null);
    }
    int ascending = ((Comparable<Object>) first).compareTo(second);
    return descending ? -ascending : ascending;
  }
}
