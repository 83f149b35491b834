package org.otklik.image;

import java.util.List;
import java.util.Locale;
import org.otklik.emotion.Emotion;
import org.otklik.text.SpreadsheetText;

/**
 * A batch as CSV by RFC 4180: one line an image; what is not known is empty. A path that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class ImageCsv {
  private static final String HEADER =
      "image_path,emotion,anger,disgust,fear,happiness,sadness,surprise,neutral,faces,outcome,reason";
  private static final String END_OF_LINE = "\r\n";

  private ImageCsv() {}

  public static String of(List<ImageRow> images) {
    StringBuilder csv = new StringBuilder(HEADER).append(END_OF_LINE);
    images.forEach(image -> line(csv, image));
    return csv.toString();
  }

  private static void line(StringBuilder csv, ImageRow image) {
    ImageResult result = image.result();
    boolean judged = result != null && result.scores() != null;
    csv.append(quoted(SpreadsheetText.guarded(image.path()))).append(',');
    csv.append(judged ? word(result.scores().dominant()) : "");
    for (Emotion emotion : Emotion.values()) {
      csv.append(',');
      if (judged) {
        csv.append(String.format(Locale.ROOT, "%.6f", result.scores().probability(emotion)));
      }
    }
    csv.append(',').append(result == null || result.faces() == null ? "" : result.faces());
    csv.append(',').append(result == null ? "" : result.outcome());
    csv.append(',').append(result == null || result.reason() == null ? "" : result.reason());
    csv.append(END_OF_LINE);
  }

  private static String word(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
