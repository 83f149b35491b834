package org.otklik.image;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.otklik.emotion.Emotion;
import org.otklik.spreadsheet.CsvRecords;

/** A batch as CSV: one line an image; what is not known is empty. */
public final class ImageCsv {
  private static final List<String> COLUMNS =
      List.of(
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
          "reason");

  /** Decimal places of probabilities. */
  private static final int PLACES = 6;

  private ImageCsv() {}

  public static void write(List<ImageRow> images, CsvRecords csv) throws IOException {
    csv.write(COLUMNS);
    for (ImageRow image : images) {
      csv.write(line(image));
    }
  }

  private static List<Object> line(ImageRow image) {
    ImageResult result = image.result();
    boolean judged = result != null && result.scores() != null;
    List<Object> line = new ArrayList<>();
    line.add(image.path());
    line.add(judged ? word(result.scores().dominant()) : null);
    for (Emotion emotion : Emotion.values()) {
      line.add(judged ? rounded(result.scores().probability(emotion)) : null);
    }
    line.add(result == null ? null : result.faces());
    line.add(result == null ? null : result.outcome());
    line.add(result == null ? null : result.reason());
    return line;
  }

  private static BigDecimal rounded(double probability) {
    return BigDecimal.valueOf(probability).setScale(PLACES, RoundingMode.HALF_UP);
  }

  private static String word(Emotion emotion) {
    return emotion.name().toLowerCase(Locale.ROOT);
  }
}
