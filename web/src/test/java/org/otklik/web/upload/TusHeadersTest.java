package org.otklik.web.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemException;

class TusHeadersTest {
  @Test
  void metadataIsUnpacked() {
    String name = Base64.getEncoder().encodeToString("Анна.mp4".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        Map.of("filename", "Анна.mp4", "flag", ""),
        TusHeaders.metadata("filename " + name + ", flag"));
    assertEquals(Map.of(), TusHeaders.metadata(null));
    assertEquals(Map.of(), TusHeaders.metadata(" "));
  }

  @Test
  void whatIsNoBase64IsRefused() {
    assertThrows(ProblemException.class, () -> TusHeaders.metadata("filename ***"));
  }
}
