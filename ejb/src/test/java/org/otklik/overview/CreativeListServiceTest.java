package org.otklik.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.comparison.NormedFigure;

class CreativeListServiceTest {
  private static final Instant UPLOADED = Instant.parse("2026-11-30T00:00:00Z");

  private static CreativeLine line(Double eei, boolean synthetic, int unfinished) {
    return new CreativeLine(
        UUID.randomUUID(),
        "Ad",
        UUID.randomUUID(),
        "Campaign",
        "Client",
        synthetic,
        20,
        UPLOADED,
        10,
        unfinished,
        10,
        5,
        eei == null ? Map.of() : Map.of(NormedFigure.EEI, eei),
        Map.of());
  }

  private static List<CreativeLine> finished(double... eei) {
    return DoubleStream.of(eei).mapToObj(one -> line(one, false, 0)).toList();
  }

  @Test
  void percentileIsTheShareOfOthersBelowFromTenOthersOn() {
    CreativeLine own = line(50.0, false, 0);
    List<CreativeLine> ten = finished(-40, -30, -20, -10, 0, 10, 20, 60, 70, 80);
    assertEquals(
        Map.of(NormedFigure.EEI, 70.0),
        CreativeListService.ranks(own, Stream.concat(ten.stream(), Stream.of(own)).toList()));
    assertEquals(Map.of(), CreativeListService.ranks(own, ten.subList(0, 9)));
  }

  @Test
  void syntheticAndUnfinishedOnesAreNotComparedWith() {
    CreativeLine own = line(50.0, false, 0);
    List<CreativeLine> others =
        Stream.concat(
                finished(1, 2, 3, 4, 5, 6, 7, 8, 9).stream(),
                Stream.of(line(10.0, true, 0), line(11.0, false, 1)))
            .toList();
    assertEquals(Map.of(), CreativeListService.ranks(own, others));
  }

  @Test
  void creativesWithoutTheFigureComeLastEitherWayRound() {
    List<CreativeLine> lines =
        List.of(line(null, false, 0), line(5.0, false, 0), line(9.0, false, 0));
    List<Double> ascending = sorted(lines, false);
    List<Double> descending = sorted(lines, true);
    assertEquals(List.of(5.0, 9.0), ascending.subList(0, 2));
    assertEquals(List.of(9.0, 5.0), descending.subList(0, 2));
    assertEquals(Collections.singletonList(null), ascending.subList(2, 3));
    assertEquals(Collections.singletonList(null), descending.subList(2, 3));
  }

  private static List<Double> sorted(List<CreativeLine> lines, boolean descending) {
    return lines.stream()
        .sorted(CreativeOrder.EEI.comparator(descending))
        .map(line -> line.figures().get(NormedFigure.EEI))
        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
  }
}
