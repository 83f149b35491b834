package org.otklik.analysis.group;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.otklik.terms.TermBundle;

/** What a segment is called, the same in portal and reports. */
public final class SegmentName {
  private SegmentName() {}

  /** “age: 18-24 or 25-34, sex: female”; empty for everybody. */
  public static String of(ViewerSegment segment, Locale locale) {
    ResourceBundle terms = TermBundle.terms(locale);
    String name =
        segment.values().entrySet().stream()
            .map(one -> said(terms, "segment.pair", one.getKey(), either(terms, one.getValue())))
            .collect(Collectors.joining(", "));
    return segment.rest() ? said(terms, "segment.rest", name) : name;
  }

  private static String either(ResourceBundle terms, List<String> values) {
    return values.stream()
        .reduce((one, other) -> said(terms, "segment.or", one, other))
        .orElseThrow();
  }

  private static String said(ResourceBundle terms, String key, Object... arguments) {
    return new MessageFormat(terms.getString(key), terms.getLocale()).format(arguments);
  }
}
