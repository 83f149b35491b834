package org.otklik.report;

import java.util.List;
import java.util.Map;

/**
 * A part of the report, ready for its template.
 *
 * @param template name of the {@code .jrxml} without its ending
 * @param parameters values are texts in their final form, or drawings
 * @param rows one map a row, of the same kinds of values
 */
record Section(String template, Map<String, Object> parameters, List<Map<String, ?>> rows) {}
