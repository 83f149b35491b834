package org.otklik.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class FolderImagesTest {
  private static final ImageLimits LIMITS = new ImageLimits(5, 3, 100, 100, 100);

  @TempDir private Path inbox;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(inbox.resolve("brand/2026/осень"));
    Files.createDirectories(inbox.resolve("other"));
    Files.writeString(inbox.resolve("brand/2026/осень/b.jpg"), "b");
    Files.writeString(inbox.resolve("brand/2026/a.jpg"), "aaaa");
    Files.writeString(inbox.resolve("brand/2026/Thumbs.db"), "x");
    Files.writeString(inbox.resolve("other/secret.jpg"), "s");
  }

  @Test
  void filesAreListedInOrderWithTheirPathsBelowTheFolder() throws IOException {
    assertEquals(
        List.of("a.jpg", "осень/b.jpg"),
        FolderImages.list(FolderImages.find(inbox, "brand", "2026"), LIMITS).stream()
            .map(ListedImage::path)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other", "2026/../../other", "/etc", "nothing", "2026/a.jpg", "a\0b"})
  void nothingOutsideOfTheClientsOwnInboxIsFound(String folder) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> FolderImages.find(inbox, "brand", folder));
    assertEquals(ProblemCode.FOLDER_UNKNOWN, refused.code());
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Files.createSymbolicLink(inbox.resolve("brand/link"), inbox.resolve("other"));
    Files.createSymbolicLink(
        inbox.resolve("brand/2026/link.jpg"), inbox.resolve("other/secret.jpg"));
    assertThrows(ProblemException.class, () -> FolderImages.find(inbox, "brand", "link"));
    Path folder = FolderImages.find(inbox, "brand", "2026");
    assertEquals(2, FolderImages.list(folder, LIMITS).size());
    ImageContents contents = new ImageContents.InFolder(folder, LIMITS);
    for (String path : List.of("link.jpg", "../../other/secret.jpg", "gone.jpg")) {
      assertThrows(
          FileNotFoundException.class, () -> contents.read(new ImageRow(1, path, null)), path);
    }
    assertEquals("b", new String(contents.read(new ImageRow(1, "осень/b.jpg", null))));
  }

  @Test
  void fileOfAnySizeIsReadNoFartherThanOneByteBeyondTheLimit() throws IOException {
    ImageContents contents =
        new ImageContents.InFolder(FolderImages.find(inbox, "brand", "2026"), LIMITS);
    assertEquals(4, contents.read(new ImageRow(1, "a.jpg", null)).length);
  }

  @Test
  void serverWithoutAnInboxSaysSo() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> FolderImages.find(null, "brand", "."));
    assertEquals(ProblemCode.INBOX_MISSING, refused.code());
  }
}
