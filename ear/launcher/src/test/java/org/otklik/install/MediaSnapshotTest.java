package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.platform.Console;
import org.otklik.platform.FileTrees;

class MediaSnapshotTest {
  private final Console silent = new Console(new PrintStream(OutputStream.nullOutputStream()));

  @TempDir private Path folder;

  private Path write(String name) throws IOException {
    Path file = folder.resolve("media").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }

  @Test
  void holdsTheFilesOfItsMomentWhateverComesAndGoesAfterwards()
      throws IOException, InterruptedException {
    Path goes = write("ab/cd/abcd01");
    write("ab/ce/abce02");
    write("staging/upload-1.part");
    write("uploads/partial");
    Path target = folder.resolve("copy");
    try (MediaSnapshot snapshot = new MediaSnapshot(folder.resolve("media"))) {
      snapshot.take();
      Files.delete(goes);
      write("ff/ff/ffff03");
      snapshot.copyTo(target, silent);
    }
    assertEquals(
        List.of("ab/cd/abcd01", "ab/ce/abce02"),
        FileTrees.files(target).stream().map(file -> target.relativize(file).toString()).toList());
    assertEquals("ab/cd/abcd01", Files.readString(target.resolve("ab/cd/abcd01")));
    assertFalse(Files.exists(folder.resolve("media/backup.links")));
  }

  @Test
  void linksOfAKilledBackupAreGoneWithTheNextOne() throws IOException, InterruptedException {
    write("backup.links/ab/cd/old");
    Path target = folder.resolve("copy");
    try (MediaSnapshot snapshot = new MediaSnapshot(folder.resolve("media"))) {
      snapshot.take();
      snapshot.copyTo(target, silent);
    }
    assertEquals(List.of(), FileTrees.files(target));
  }
}
