package org.otklik.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people ask of {@code bi} with BI tools: written down, and made up from its star. */
final class BiQuestions {
  /**
   * What may be joined to a fact {@code f}.
   *
   * @param columns to group by
   * @param filter null for none
   */
  private record Joined(String view, List<String> columns, String filter) {}

  private record Fact(
      String view, List<String> aggregates, List<String> columns, List<Joined> joined) {}

  private static final Joined SECOND =
      new Joined(
          "bi.dim_second x on x.creative_key = f.creative_key and x.second_no = f.second_no",
          List.of("x.clock_text", "x.second_no"),
          "x.second_no < 10");
  private static final Joined VIEWING =
      new Joined(
          "bi.fact_viewing v on v.viewing_key = f.viewing_key",
          List.of("v.response", "v.exclusion_reason"),
          "v.coverage > 0.2");
  private static final List<Joined> OF_ALL =
      List.of(
          new Joined(
              "bi.dim_campaign c on c.campaign_key = f.campaign_key",
              List.of("c.campaign_name", "c.client_code", "c.campaign_kind"),
              "c.campaign_name = 'Crowd'"),
          new Joined(
              "bi.dim_creative cr on cr.creative_key = f.creative_key",
              List.of("cr.creative_name", "cr.created_date"),
              "cr.duration_ms > 1000"),
          new Joined(
              "bi.dim_date d on d.date_key = f.created_date",
              List.of("d.month_start", "d.weekday_name_en"),
              "d.year = 2026"),
          new Joined(
              "bi.dim_run r on r.run_key = f.run_key",
              List.of("r.analysis_state", "r.sample_hz"),
              "r.is_current"),
          new Joined(
              "bi.dim_viewer w on w.viewer_key = f.viewer_key",
              List.of("w.viewer_code"),
              "w.viewer_code like 'v1%'"));

  /** The bridge has no columns of its own and leads to the segment. */
  private static final List<Joined> SEGMENT =
      List.of(
          new Joined(
              "bi.bridge_viewing_segment b on b.viewing_key = f.viewing_key", List.of(), null),
          new Joined(
              "bi.dim_segment s on s.segment_key = b.segment_key",
              List.of("s.segment_name", "s.segment_value"),
              "s.segment_name = 'sex'"));

  private static final List<Fact> FACTS =
      List.of(
          new Fact(
              "bi.fact_frame f",
              List.of(
                  "count(*)",
                  "avg(f.valence)",
                  "count(distinct f.viewing_key)",
                  "max(f.happiness_probability)",
                  "stddev(f.arousal)",
                  "count(*) filter (where f.frame_result = 'OBSERVED')"),
              List.of("f.dominant_emotion", "f.frame_result", "f.second_no"),
              with(OF_ALL, VIEWING, SECOND)),
          new Fact(
              "bi.fact_second f",
              List.of(
                  "count(*)",
                  "avg(f.valence)",
                  "count(distinct f.viewer_key)",
                  "avg(f.observed_share)"),
              List.of("f.state", "f.second_no", "f.is_counted"),
              with(OF_ALL, VIEWING, SECOND)),
          new Fact(
              "bi.fact_viewing f",
              List.of(
                  "count(*)",
                  "avg(f.response_score)",
                  "count(distinct f.viewer_key)",
                  "avg(f.coverage)"),
              List.of("f.response", "f.exclusion_reason", "f.viewer_key"),
              OF_ALL));

  private BiQuestions() {}

  private static List<Joined> with(List<Joined> some, Joined... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).toList();
  }

  /** Those of {@code bi-questions.sql}. */
  static List<String> written() throws IOException {
    try (InputStream file = BiQuestions.class.getResourceAsStream("bi-questions.sql")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String questions =
          text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
      return Arrays.stream(questions.split(";")).map(String::strip).toList();
    }
  }

  /** The same ones for the same seed. */
  static List<String> madeUp(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> madeUp(random)).toList();
  }

  private static String madeUp(Random random) {
    Fact fact = one(random, FACTS);
    List<Joined> joined = some(random, fact.joined(), 4);
    if (random.nextInt(5) < 2) {
      joined.addAll(SEGMENT);
    }
    String join = random.nextInt(3) == 0 ? " left join " : " join ";
    List<String> columns =
        joined.stream()
            .filter(one -> !one.columns().isEmpty())
            .map(one -> one(random, one.columns()))
            .limit(1 + random.nextInt(3))
            .collect(Collectors.toCollection(ArrayList::new));
    if (random.nextBoolean()) {
      columns.add(one(random, fact.columns()));
    }
    List<String> shown = new ArrayList<>(columns);
    shown.addAll(some(random, fact.aggregates(), 3));
    List<String> filters =
        joined.stream()
            .map(Joined::filter)
            .filter(filter -> filter != null && random.nextBoolean())
            .toList();
    String question =
        "select %s from %s%s%s group by %s"
            .formatted(
                String.join(", ", shown),
                fact.view(),
                joined.stream().map(one -> join + one.view()).collect(Collectors.joining()),
                filters.isEmpty() ? "" : " where " + String.join(" and ", filters),
                String.join(", ", columns));
    return random.nextBoolean()
        ? question + " order by " + (columns.size() + 1) + " desc nulls last limit 50"
        : question;
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One or more, in any order. */
  private static <T> List<T> some(Random random, List<T> of, int atMost) {
    List<T> mixed = new ArrayList<>(of);
    Collections.shuffle(mixed, random);
    return new ArrayList<>(mixed.subList(0, 1 + random.nextInt(Math.min(atMost, of.size()))));
  }
}
