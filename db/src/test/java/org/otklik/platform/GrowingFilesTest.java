package org.otklik.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFilesTest {
  @TempDir Path folder;

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");

  @Test
  void quietIsCountedFromTheNewestChangeOfAnyOfThem() throws Exception {
    Path one = Files.writeString(folder.resolve("one.log"), "a");
    Path other = folder.resolve("other.log");
    GrowingFiles files = new GrowingFiles(List.of(one, other), () -> now);
    assertEquals(Duration.ZERO, files.quietFor());
    now = now.plusSeconds(500);
    assertEquals(Duration.ofSeconds(500), files.quietFor());
    Files.writeString(other, "begins");
    assertEquals(Duration.ZERO, files.quietFor());
    now = now.plusSeconds(7);
    Files.writeString(one, "b", StandardOpenOption.APPEND);
    assertEquals(Duration.ZERO, files.quietFor());
    now = now.plusSeconds(9);
    assertEquals(Duration.ofSeconds(9), files.quietFor());
  }
}
