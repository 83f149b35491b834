package org.otklik.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.EmotionScores;
import org.otklik.spreadsheet.CsvRecords;
import org.otklik.vision.face.FaceBox;

class ImageCsvTest {
  private static final String HEADER =
      "image_path,emotion,anger,disgust,fear,happiness,sadness,surprise,neutral,faces,outcome,reason";
  private static final ImageResult HAPPY =
      new ImageResult(
          ImageOutcome.OBSERVED,
          null,
          2,
          new FaceBox(1, 2, 3, 4),
          EmotionScores.of(0, 0.1, 0, 0.75, 0, 0.05, 0.1));

  private static String csv(List<ImageRow> images) throws IOException {
    StringBuilder csv = new StringBuilder();
    ImageCsv.write(images, CsvRecords.forPrograms(csv));
    return csv.toString();
  }

  private static String line(String path, ImageResult result) throws IOException {
    return csv(List.of(new ImageRow(1, path, result))).split("\r\n", -1)[1];
  }

  @Test
  void everyOutcomeHasItsLine() throws IOException {
    String csv =
        csv(
            List.of(
                new ImageRow(1, "a/b.jpg", HAPPY),
                new ImageRow(
                    2,
                    "c.jpg",
                    new ImageResult(ImageOutcome.LOW_QUALITY, "TOO_DARK", 1, null, null)),
                new ImageRow(
                    3, "d.jpg", new ImageResult(ImageOutcome.NO_FACE, null, 0, null, null)),
                new ImageRow(4, "e.txt", ImageResult.unreadable(UnreadableReason.NOT_A_PICTURE))));
    assertEquals(
        String.join(
            "\r\n",
            HEADER,
            "a/b.jpg,happiness,0.000000,0.100000,0.000000,0.750000,0.000000,0.050000,0.100000,2,OBSERVED,",
            "c.jpg,,,,,,,,,1,LOW_QUALITY,TOO_DARK",
            "d.jpg,,,,,,,,,0,NO_FACE,",
            "e.txt,,,,,,,,,,UNREADABLE,NOT_A_PICTURE",
            ""),
        csv);
  }

  @Test
  void russianSpreadsheetOpensItAsATable() throws IOException {
    StringBuilder csv = new StringBuilder();
    ImageCsv.write(
        List.of(new ImageRow(1, "Фото, 1.jpg", HAPPY)),
        CsvRecords.forSpreadsheet(csv, Locale.forLanguageTag("ru-RU")));
    assertEquals(
        "\uFEFF"
            + HEADER.replace(',', ';')
            + "\r\nФото, 1.jpg;happiness;0,000000;0,100000;0,000000;0,750000;0,000000;0,050000;0,100000;2;OBSERVED;\r\n",
        csv.toString());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          =1+1.jpg,    '''=1+1.jpg'
          +7.jpg,      '''+7.jpg'
          -a.jpg,      '''-a.jpg'
          @b.jpg,      '''@b.jpg'
          ＝1+1.jpg,   '''＝1+1.jpg'
          ＠b.jpg,     '''＠b.jpg'
          ﹣b.jpg,     '''﹣b.jpg'
          a=b.jpg,     a=b.jpg
          'x,y.jpg',   '"x,y.jpg"'
          'x"y.jpg',   '"x""y.jpg"'
          '=a,"b".jpg', '"''=a,""b"".jpg"'
          Снимок.jpg,  Снимок.jpg
          """)
  void pathIsGuardedAndQuoted(String path, String field) throws IOException {
    String line = line(path, HAPPY);
    assertEquals(field, line.substring(0, line.indexOf(",happiness")));
  }

  @Test
  void lineEndInAPathStaysInItsField() throws IOException {
    assertEquals("\"a\nb.jpg\"", line("a\nb.jpg", HAPPY).split(",happiness")[0]);
  }
}
