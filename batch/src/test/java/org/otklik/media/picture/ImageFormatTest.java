package org.otklik.media.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\1\0\1\0\40\40\0\0\1\0\40\0", // ICO
        "\0\0\2\0\1\0\40\40\0\0\1\0\40\0", // CUR
        "\0\0\0\u000cjP  \r\n\u0087\n\0\0\0\u0014ftypjp2 ", // JPEG 2000
        "\u00ff\u004f\u00ff\u0051\0\u002f\0\0", // its bare stream
        "\u00ff\n\u00fa\u001f\u0041\0\0\0", // JPEG XL
        "\0\0\0\u000cJXL \r\n\u0087\n",
        "8BPS\0\1\0\0\0\0\0\0\0\3",
        "P6\n2 1\n255\nabcdef",
        "P5 2 1 255 ab",
        "P3\n# text\n1 1\n255\n1 2 3\n",
        "P7\nWIDTH 2\n",
        "\n\5\1\u0008\0\0\0\0\u003f\0\u002f\0", // PCX
        "\0\0\0\u0018ftypcrx \0\0\0\1crx isom", // CR3
        "\0\0\0\u0020ftypheic\0\0\0\0mif1",
        "\0\0\0\u0020ftypavif\0\0\0\0mif1",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0'?>\n<!-- drawn --><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x'>\n<svg width='1'>",
        "\u00ef\u00bb\u00bf<svg:svg>",
        "FUJIFILMCCD-RAW 0201",
        "icns\0\0\0\0",
        "qoif\0\0\0\1",
        "gimp xcf v011"
      })
  void knownFormatThatIsNotReadIsToldAsSuch(String head) {
    byte[] content = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 400);
    assertEquals(Optional.of(ImageFormat.OTHER), ImageFormat.of(content));
  }

  @Test
  void targaIsToldByItsHeaderAndByItsEnd() {
    byte[] header = new byte[400];
    header[2] = 2;
    header[12] = 8;
    header[14] = 8;
    header[16] = 24;
    assertEquals(Optional.of(ImageFormat.OTHER), ImageFormat.of(header));
    byte[] ended = new byte[100];
    ended[0] = 7;
    byte[] end = "TRUEVISION-XFILE.\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(end, 0, ended, ended.length - end.length, end.length);
    assertEquals(Optional.of(ImageFormat.OTHER), ImageFormat.of(ended));
  }

  @Test
  void iconAsAProgramWritesItIsKnown() throws IOException {
    try (InputStream in = ImageFormatTest.class.getResourceAsStream("x.ico")) {
      assertEquals(Optional.of(ImageFormat.OTHER), ImageFormat.of(in.readAllBytes()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear viewer, this is a letter", "%PDF-1.7\n", "<html><body><svg></svg></body></html>",
        "P6er report of the year", "PK\3\4", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        "{\"a\": 1}", "\n\n\n", "<?xml version='1.0'?><gpx/>"
      })
  void whatIsNoPictureIsNone(String head) {
    byte[] content = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), 400);
    assertEquals(Optional.empty(), ImageFormat.of(content));
  }
}
