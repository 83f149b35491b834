package org.otklik.spreadsheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column of a table may be, by the headings that people and survey tools give it. */
public enum TableColumn {
  VIEWER(
      "viewer",
      List.of(
          Set.of(
              "viewer",
              "viewer id",
              "viewer code",
              "viewerid",
              "viewercode",
              "viewer no",
              "viewer number",
              "зритель",
              "код зрителя",
              "id зрителя",
              "номер зрителя",
              "зритель id",
              "зритель код",
              "айди зрителя",
              "шифр зрителя"),
          Set.of(
              "respondent",
              "respondent id",
              "respondent code",
              "respondentid",
              "participant",
              "participant id",
              "participant code",
              "participantid",
              "panelist id",
              "panelist",
              "респондент",
              "код респондента",
              "id респондента",
              "номер респондента",
              "респондент id",
              "участник",
              "код участника",
              "id участника",
              "номер участника"),
          Set.of("id", "code", "код"))),
  NPS(
      "NPS",
      List.of(
          Set.of(
              "nps",
              "nps score",
              "score nps",
              "npsscore",
              "nps answer",
              "оценка nps",
              "балл nps",
              "ответ nps",
              "ответ на nps",
              "nps балл",
              "nps оценка"))),
  CSAT(
      "CSAT",
      List.of(
          Set.of(
              "csat",
              "csat score",
              "score csat",
              "csatscore",
              "csat answer",
              "оценка csat",
              "балл csat",
              "ответ csat",
              "ответ на csat",
              "csat балл",
              "csat оценка",
              "satisfaction",
              "satisfaction score",
              "удовлетворённость",
              "удовлетворенность",
              "оценка удовлетворённости",
              "оценка удовлетворенности"))),
  FILE(
      "file",
      List.of(
          Set.of(
              "file",
              "filename",
              "file name",
              "video file",
              "recording file",
              "файл",
              "имя файла",
              "название файла",
              "файл записи",
              "файл видео",
              "видеофайл"),
          Set.of("video", "recording", "видео", "запись"))),
  CONSENT(
      "consent",
      List.of(
          Set.of(
              "consent",
              "consent reference",
              "consent form",
              "consent id",
              "согласие",
              "номер согласия",
              "ссылка на согласие",
              "код согласия"))),
  START(
      "start ms",
      List.of(
          Set.of(
              "start ms",
              "startms",
              "creative start ms",
              "creativestartms",
              "начало мс",
              "начало ролика мс",
              "старт мс"))),
  ROLE(
      "role",
      List.of(Set.of("role", "subject role", "subjectrole", "роль", "роль снятого человека")));

  /** A question's words, which no list of headings can hold; behind every listed heading. */
  private static final int BY_WORDS = 9;

  /** Columns beside an answer that survey tools name after it. */
  private static final Pattern BESIDE_AN_ANSWER =
      Pattern.compile(
          "\\b(?:group|category|comments?|text|reasons?|why|segment|type|time|date)\\b"
              + "|^(?:what|что|чего|чем)\\b|групп|категори|коммент|причин|почему|поясн|\\b(?:сегмент|тип|время|дата)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Means this column in every language. */
  private final String heading;

  private final List<Set<String>> headings;

  TableColumn(String heading, List<Set<String>> headings) {
    this.heading = heading;
    this.headings = headings;
  }

  /** LimeSurvey's: a question's code before its words. */
  private static final Pattern CODE_BEFORE_WORDS = Pattern.compile("(\\w+)\\. +\\S.*");

  /** Behind every listed heading, before a question's words. */
  private static final int BY_CODE = 4;

  /** How surely the heading means this column: 0 is surest; empty when it does not. */
  OptionalInt rank(String heading) {
    String plain = plain(heading);
    for (int rank = 0; rank < headings.size(); rank++) {
      if (headings.get(rank).contains(plain)) {
        return OptionalInt.of(rank);
      }
    }
    Matcher coded = CODE_BEFORE_WORDS.matcher(heading.strip());
    if (coded.matches()) {
      String code = plain(coded.group(1));
      for (int rank = 0; rank < headings.size(); rank++) {
        if (headings.get(rank).contains(code)) {
          return OptionalInt.of(BY_CODE + rank);
        }
      }
    }
    return isByWords(plain) ? OptionalInt.of(BY_WORDS) : OptionalInt.empty();
  }

  /** Whether only the words of the heading, a question, speak for this column. */
  boolean isGuess(String heading) {
    return rank(heading).equals(OptionalInt.of(BY_WORDS));
  }

  String heading() {
    return heading;
  }

  private boolean isByWords(String plain) {
    if (this != NPS && this != CSAT || BESIDE_AN_ANSWER.matcher(plain).find()) {
      return false;
    }
    List<String> words = List.of(plain.split(" "));
    return this == NPS
        ? words.contains("nps")
            || plain.contains("likely") && plain.contains("recommend")
            || plain.contains("порекоменд")
            || plain.contains("рекомендовать")
            || plain.contains("рекомендуете")
        : words.contains("csat")
            || plain.contains("how satisfied")
            || plain.contains("насколько вы удовлетвор")
            || plain.contains("насколько вы довольны");
  }

  /** Small letters, with one blank for whatever divides words. */
  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
