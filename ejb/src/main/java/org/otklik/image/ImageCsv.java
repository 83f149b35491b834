package org.otklik.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.otklik.emotion.Emotion;
import org.otklik.text.SpreadsheetText;

/**
 * A batch as CSV by RFC 4180: one line an image; what is not known is empty. A path that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class ImageCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "image_path",
              "emotion",
              "anger",
              "disgust",
              "fear",
              "happiness",
              "sadness",
              "surprise",
              "neutral",
              "faces",
              "outcome",
              "reason")
          .get();

  private ImageCsv() {}

  public static String of(List<ImageRow> images) {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
      for (ImageRow image : images) {
        printer.printRecord(line(image));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A StringBuilder takes everything", e);
    }
    return csv.toString();
  }

  private static List<Object> line(ImageRow image) {
    ImageResult result = image.result();
    boolean judged = result != null && result.scores() != null;
    List<Object> line = new ArrayList<>();
    line.add(SpreadsheetText.guarded(image.path()));
    line.add(judged ? word(result.scores().dominant()) : null);
    for (Emotion emotion : Emotion.values()) {
      line.add(
          judged ? String.format(Locale.ROOT, "%.6f", result.scores().probability(emotion)) : null);
    }
    line.add(result == null ? null : result.faces());
    line.add(result == null ? null : result.outcome());
    line.add(result == null ? null : result.reason());
    return line;
  }

  private static String word(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }
}
