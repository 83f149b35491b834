package org.otklik.report.page.section;

import java.util.List;
import java.util.Map;

/**
 * A part of the report, ready for its template.
 *
 * @param template name of the {@code .jrxml} without its ending
 * @param parameters values are texts in their final form, or drawings
 * @param rows one map a row, of the same kinds of values
 * @param parts sections within this one, by the parameter that takes their template; their own
 *     parameters go into the one of that name with {@code Parameters} behind it
 */
public record Section(
    String template,
    Map<String, Object> parameters,
    List<Map<String, ?>> rows,
    Map<String, Section> parts) {

  Section(String template, Map<String, Object> parameters, List<Map<String, ?>> rows) {
    this(template, parameters, rows, Map.of());
  }
}
