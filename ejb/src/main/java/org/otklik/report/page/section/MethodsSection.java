package org.otklik.report.page.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.emotion.Polarity;
import org.otklik.report.figures.ModelFacts;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.figures.Setting;
import org.otklik.report.request.ReportKind;
import org.otklik.report.wording.ReportWording;
import org.otklik.timeline.BaselineMethod;

/** How it was measured: definitions, formulas, settings, limits and model cards, in two columns. */
public final class MethodsSection {

  private static final List<String> MEASURED =
      List.of("expression", "second", "baseline", "smoothing", "viewing", "index", "nps", "affect");

  private static final List<String> EXPLAINED =
      List.of("interval", "keyFigures", "moments", "segments");

  private static final List<String> COMPARED = List.of("difference", "permutation", "correction");

  private final ReportWording wording;
  private final List<Map<String, ?>> rows = new ArrayList<>();

  /** Waiting for the row that follows it. */
  private String heading;

  /** A model's name, waiting for the first line of its card. */
  private String term;

  private MethodsSection(ReportWording wording) {
    this.wording = wording;
  }

  public static Section of(Pages pages, ReportKind kind) {
    MethodsSection methods = new MethodsSection(pages.wording());
    methods.heading("methods.measured");
    Stream.concat(
            MEASURED.stream(),
            kind == ReportKind.COMPARISON ? COMPARED.stream() : EXPLAINED.stream())
        .filter(term -> isUsed(term, pages.facts()))
        .forEach(term -> methods.definition("methods." + term));
    methods.heading("methods.limits");
    if (pages.facts().viewersSynthetic()) {
      methods.definition(
          methods.wording.text("synthetic"), null, methods.wording.text("synthetic.long"));
    }
    methods.superseded(pages.facts().models());
    methods.definition("methods.limits.model");
    methods.definition("methods.limits.sample");
    methods.definition("methods.limits.cause");
    methods.heading("methods.settings");
    pages.facts().settings().forEach(methods::setting);
    if (pages.facts().settings().isEmpty()) {
      methods.definition(null, null, ReportWording.ABSENT);
    }
    methods.heading("thing.MODELS");
    pages.facts().models().forEach(methods::model);
    if (pages.facts().models().isEmpty()) {
      methods.definition(null, null, methods.wording.text("methods.noModels"));
    }
    return new Section("methods", Map.of(), methods.rows);
  }

  /** Corrections are described where one was made, limits where they hold. */
  private static boolean isUsed(String term, ReportFacts facts) {
    return switch (term) {
      case "baseline" ->
          facts.settings().stream()
              .anyMatch(
                  setting ->
                      setting.value() instanceof BaselineMethod method
                          && method != BaselineMethod.NONE);
      case "smoothing" ->
          facts.settings().stream()
              .anyMatch(
                  setting ->
                      setting.name().equals("smoothingMs")
                          && setting.value() instanceof Number sigma
                          && sigma.intValue() > 0);
      case "segments" -> !facts.viewersSynthetic();
      default -> true;
    };
  }

  /** Stands on the next row, so that no column ends with a lone heading. */
  private void heading(String key) {
    heading = wording.text(key);
  }

  private void definition(String key) {
    String formula = key + ".formula";
    definition(
        wording.text(key + ".term"),
        wording.has(formula) ? wording.text(formula) : null,
        wording.text(key + ".text"));
  }

  private void definition(String term, String formula, String text) {
    Map<String, Object> row = row();
    row.put("term", term);
    row.put("formula", formula);
    row.put("text", text);
  }

  private void setting(Setting setting) {
    String key = "setting." + setting.name();
    pair(
        wording.has(key) ? wording.text(key) : Pages.printable(setting.name()),
        value(setting.value()));
  }

  private String value(Object value) {
    if (value instanceof Number number) {
      return wording.decimal(number.doubleValue(), 3);
    }
    if (value instanceof Polarity polarity) {
      return wording.grouping(polarity);
    }
    return value instanceof BaselineMethod method
        ? wording.name(method)
        : Pages.printable(value == null ? null : value.toString());
  }

  private void model(ModelFacts model) {
    term =
        wording.text(
            "methods.modelTitle", Pages.printable(model.name()), Pages.printable(model.version()));
    pair(wording.text("thing.LICENCE"), Pages.printable(model.licence()));
    pair(wording.text("thing.TRAINING_DATA"), Pages.printable(model.trainingData()));
    if (!model.accuracyByClass().isEmpty()) {
      pair(
          wording.text("methods.model.accuracy"),
          model.accuracyByClass().entrySet().stream()
              .map(entry -> label(entry.getKey()) + " " + wording.percent(entry.getValue()))
              .collect(Collectors.joining(", ")));
    }
    pair(
        wording.text("methods.model.sha256"),
        Pages.printable(model.sha256()).replaceAll("(.{32})(?=.)", "$1\n"));
  }

  private void superseded(List<ModelFacts> models) {
    List<String> names =
        models.stream().filter(ModelFacts::superseded).map(ModelFacts::name).distinct().toList();
    if (!names.isEmpty()) {
      definition(
          wording.text("methods.limits.superseded.term"),
          null,
          wording.text("methods.limits.superseded.text", String.join(", ", names)));
    }
  }

  private String label(String name) {
    String key = "emotion." + name.toUpperCase(Locale.ROOT);
    return wording.has(key)
        ? wording.text(key).toLowerCase(wording.locale())
        : Pages.printable(name);
  }

  private void pair(String name, String value) {
    Map<String, Object> row = row();
    row.put("term", term);
    row.put("name", name);
    row.put("value", value);
    term = null;
  }

  private Map<String, Object> row() {
    Map<String, Object> row = new HashMap<>();
    row.put("heading", heading);
    heading = null;
    rows.add(row);
    return row;
  }
}
