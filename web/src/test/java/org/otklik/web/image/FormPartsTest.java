package org.otklik.web.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class FormPartsTest {
  private static final String TYPE = "multipart/form-data; boundary=\"--x-x--x\"";

  private static byte[] form(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      out.write(
          ("----x-x--x\r\nContent-Disposition: form-data; name=\"p\"; filename=\""
                  + file.getKey()
                  + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.write(file.getValue());
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.write("----x-x--x--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static Map<String, byte[]> read(byte[] form) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FormParts.of(TYPE, new ByteArrayInputStream(form))
        .orElseThrow()
        .each((name, content) -> files.put(String.valueOf(name), content.readAllBytes()));
    return files;
  }

  @Test
  void filesComeOutAsTheyWentIn() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    files.put("папка/снимок 1.jpg", noise);
    files.put("empty.jpg", new byte[0]);
    files.put("=1.jpg", new byte[] {'\r', '\n', '-', '-'});
    Map<String, byte[]> read = read(form(files));
    assertEquals(List.copyOf(files.keySet()), List.copyOf(read.keySet()));
    files.forEach((name, content) -> assertArrayEquals(content, read.get(name), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n----x-x--",
        "\r\n----x-x-",
        "\r\r\n----x-x-\r\n----x-x",
        "\n----x-x--x",
        "----x-x--x",
        "\r\n\r\n\r\n-",
        "\r\n----x-\r\n----x-x-x"
      })
  void almostADelimiterIsContent(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(bytes, read(form(Map.of("a", bytes))).get("a"));
  }

  /** All short contents of the delimiter's own letters, by chance. */
  @Test
  void contentOfTheDelimitersLettersIsFoundAgain() throws IOException {
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      byte[] content = new byte[random.nextInt(40)];
      for (int at = 0; at < content.length; at++) {
        content[at] = (byte) "\r\n-x".charAt(random.nextInt(4));
      }
      String text = new String(content, StandardCharsets.US_ASCII);
      if (!("\r\n" + text + "\r\n").contains("\r\n----x-x--x")) {
        assertArrayEquals(content, read(form(Map.of("a", content))).get("a"), text);
      }
    }
  }

  @Test
  void whatTheReaderLeavesIsPassedOver() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a", new byte[5000]);
    files.put("b", new byte[3]);
    int[] parts = {0};
    FormParts.of(TYPE, new ByteArrayInputStream(form(files)))
        .orElseThrow()
        .each((name, content) -> parts[0]++);
    assertEquals(2, parts[0]);
  }

  @Test
  void fieldWithoutAFileHasNoName() throws IOException {
    String form =
        "----x-x--x\r\nContent-Disposition: form-data; name=\"client\"\r\n\r\ndemo\r\n----x-x--x--";
    assertEquals(
        List.of("null"), List.copyOf(read(form.getBytes(StandardCharsets.UTF_8)).keySet()));
  }

  @Test
  void formThatBreaksOffIsNoWholeForm() throws IOException {
    byte[] form = form(Map.of("a", new byte[100]));
    for (int length : new int[] {0, 5, 40, 150, form.length - 5}) {
      byte[] part = Arrays.copyOf(form, length);
      assertEquals(ProblemCode.FORM_MALFORMED, refusal(part), "after " + length + " bytes");
    }
  }

  private static ProblemCode refusal(byte[] form) {
    return assertThrows(ProblemException.class, () -> read(form)).code();
  }

  @Test
  void formWithAnotherBoundaryOrAnEndlessHeaderIsNoForm() throws IOException {
    String form = new String(form(Map.of("a", new byte[100])), StandardCharsets.ISO_8859_1);
    for (String wrong :
        List.of(
            form.replace("--x-x--x", "--y-y--y"),
            form.replace("filename", "x".repeat(20_000) + "; filename"))) {
      assertEquals(
          ProblemCode.FORM_MALFORMED, refusal(wrong.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "application/zip; boundary=x", ""})
  void otherTypesAreNoForms(String type) {
    assertTrue(FormParts.of(type, new ByteArrayInputStream(new byte[0])).isEmpty());
  }
}
