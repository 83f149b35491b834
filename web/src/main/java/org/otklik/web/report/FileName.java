package org.otklik.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.otklik.report.Report;

/** The name under which a report or a trailer is saved. */
public final class FileName {
  private static final int MAX_LENGTH = 80;

  private FileName() {}

  static String of(Report report) {
    LocalDate date = LocalDate.ofInstant(report.requestedAt(), report.zone());
    String shortened = shortened(report.subject().name());
    return "Otklik %s %s %s.%s"
        .formatted(shortened, date, report.locale().getLanguage(), report.format().ending())
        .replaceAll(" +", " ");
  }

  /** Without what file systems do not like. */
  public static String of(String name, String ending) {
    return shortened(name).replaceAll(" +", " ") + "." + ending;
  }

  private static String shortened(String name) {
    String kept = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip();
    return kept.length() > MAX_LENGTH ? kept.substring(0, MAX_LENGTH) : kept;
  }

  /** A Content-Disposition by RFC 6266: for old programs in ASCII, for all others as it is. */
  public static String attachment(String name) {
    return disposition("attachment", name);
  }

  /** As {@link #attachment}, to be shown by the browser and not saved. */
  static String inline(String name) {
    return disposition("inline", name);
  }

  private static String disposition(String type, String name) {
    String ascii = name.replaceAll("[^ -~]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return type + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
