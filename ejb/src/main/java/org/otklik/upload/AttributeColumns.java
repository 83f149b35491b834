package org.otklik.upload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;
import org.otklik.spreadsheet.CellText;
import org.otklik.spreadsheet.Table;
import org.otklik.spreadsheet.TableLine;
import org.otklik.spreadsheet.TableNote;
import org.otklik.text.PlainText;

/**
 * Which further columns of a list are attributes of viewers: those that are declared, by “segment:”
 * before the heading, and those with one of a few headings that mean nothing else. What may
 * identify a person is none, declared or not (decision 62).
 */
final class AttributeColumns {
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:segment|attribute|сегмент|признак)\\s*[:=]\\s*(.+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Set<String> KNOWN =
      Set.of(
          "age",
          "age group",
          "gender",
          "sex",
          "country",
          "region",
          "city",
          "language",
          "education",
          "income",
          "marital status",
          "children",
          "group",
          "segment",
          "audience",
          "wave",
          "cell",
          "возраст",
          "возрастная группа",
          "пол",
          "страна",
          "регион",
          "город",
          "язык",
          "образование",
          "доход",
          "семейное положение",
          "дети",
          "группа",
          "сегмент",
          "аудитория",
          "волна");

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<TableNote.Kind, List<String>> aside = new EnumMap<>(TableNote.Kind.class);

  private AttributeColumns() {}

  /**
   * @throws ProblemException RECORDING_LIST_HEADER when an attribute is named twice
   */
  static AttributeColumns of(Table table) {
    AttributeColumns attributes = new AttributeColumns();
    table.others().forEach(column -> attributes.add(column, table));
    return attributes;
  }

  private void add(Table.Other column, Table table) {
    Optional<String> name = name(column);
    List<String> values =
        table.lines().stream()
            .map(line -> line.cell(column.place()))
            .filter(value -> !value.isEmpty())
            .toList();
    if (PersonalColumns.isIn(name.orElse(column.heading()), values)) {
      leave(TableNote.Kind.PERSONAL, column);
    } else if (name.isEmpty()) {
      leave(TableNote.Kind.NO_ATTRIBUTES, column);
    } else if (name.get().contains(":")) {
      leave(TableNote.Kind.COLON, column);
    } else if (name.get().length() > RecordingRequest.MAX_ATTRIBUTE_LENGTH
        || values.stream().anyMatch(text -> text.length() > RecordingRequest.MAX_VALUE_LENGTH)) {
      leave(TableNote.Kind.TOO_LONG, column);
    } else if (places.size() == RecordingRequest.MAX_ATTRIBUTES) {
      leave(TableNote.Kind.TOO_MANY, column);
    } else if (places.put(name.get(), column.place()) != null) {
      throw new ProblemException(
          ProblemCode.RECORDING_LIST_HEADER, Fields.shortened(column.heading()));
    }
  }

  /** Of the attribute that the column is to be. */
  private static Optional<String> name(Table.Other column) {
    Matcher declared = DECLARED.matcher(column.heading());
    if (column.isNamed() && declared.matches()) {
      return Optional.of(PlainText.trimmed(declared.group(1)));
    }
    String plain = column.heading().toLowerCase(Locale.ROOT).replaceAll("[\\s_\\p{Z}-]+", " ");
    return column.isNamed() && KNOWN.contains(plain)
        ? Optional.of(column.heading())
        : Optional.empty();
  }

  private void leave(TableNote.Kind why, Table.Other column) {
    aside.computeIfAbsent(why, kind -> new ArrayList<>()).add(column.heading());
  }

  /** By their names, without what the line says nothing of. */
  Map<String, String> of(TableLine line) {
    Map<String, String> said = new LinkedHashMap<>();
    places.forEach(
        (name, place) -> {
          if (!line.cell(place).isEmpty()) {
            said.put(name, CellText.name(line.cell(place)));
          }
        });
    return said;
  }

  /** Which columns were left aside, and why. */
  List<TableNote> notes() {
    return aside.entrySet().stream()
        .map(one -> TableNote.ofColumns(one.getKey(), one.getValue()))
        .toList();
  }
}
