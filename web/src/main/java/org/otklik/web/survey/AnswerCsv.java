package org.otklik.web.survey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.spreadsheet.CsvRecords;
import org.otklik.survey.StudyAnswer;

/** What viewers answered as CSV: one line a viewer, one column a question. */
final class AnswerCsv {
  private AnswerCsv() {}

  static void write(List<ViewerAnswer> scores, List<StudyAnswer> answers, CsvRecords to)
      throws IOException {
    SortedSet<String> questions = new TreeSet<>();
    Map<String, ViewerAnswer> scored = new TreeMap<>();
    scores.forEach(one -> scored.put(one.viewerKey(), one));
    Map<String, Map<String, String>> said = new TreeMap<>();
    for (StudyAnswer one : answers) {
      questions.add(one.attribute());
      said.computeIfAbsent(one.viewerCode(), any -> new TreeMap<>())
          .put(one.attribute(), one.answer());
    }
    List<Object> heading = new ArrayList<>(List.of("viewer", "nps", "csat"));
    heading.addAll(questions);
    to.write(heading);
    SortedSet<String> viewers = new TreeSet<>(scored.keySet());
    viewers.addAll(said.keySet());
    for (String viewer : viewers) {
      ViewerAnswer score = scored.get(viewer);
      List<Object> line = new ArrayList<>();
      line.add(viewer);
      line.add(score == null ? null : score.nps());
      line.add(score == null ? null : score.csat());
      questions.forEach(name -> line.add(said.getOrDefault(viewer, Map.of()).get(name)));
      to.write(line);
    }
  }
}
