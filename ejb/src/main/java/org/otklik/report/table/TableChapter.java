package org.otklik.report.table;

import org.otklik.report.figures.ReportFacts;
import org.otklik.report.request.Chapter;

/** To which chapter of a report each of its tables belongs. */
final class TableChapter {
  private TableChapter() {}

  /** What a report says of itself is in each of them. */
  static boolean isIn(ReportFacts facts, Table table) {
    return table.key().equals("about") || facts.has(of(table));
  }

  private static Chapter of(Table table) {
    return switch (table.key()) {
      case "scores", "emo_nps", "norms", "answers", "groups", "differences" -> Chapter.SUMMARY;
      case "seconds", "compared_seconds", "marks" -> Chapter.CURVE;
      case "moments" -> Chapter.MOMENTS;
      case "emotions", "peaks" -> Chapter.EMOTIONS;
      case "movements" -> Chapter.MOVEMENTS;
      case "viewings" -> Chapter.VIEWINGS;
      case "comments" -> Chapter.COMMENTS;
      case "voices" -> Chapter.VOICE;
      case "trailers" -> Chapter.TRAILERS;
      case "segments", "compared_segments" -> Chapter.SEGMENTS;
      case "settings", "models" -> Chapter.METHODS;
      default -> throw new IllegalArgumentException("No chapter has the table " + table.key());
    };
  }
}
